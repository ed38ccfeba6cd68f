// Runs before everything else, on whatever Node there is: plain JavaScript, and nothing newer than Node 12.
import module from 'module';

const needed = 24;
const found = Number(process.versions.node.split('.')[0]);
if (found < needed) {
  process.stderr.write(
    `Valo needs Node ${needed} or newer, and this is ${process.versions.node}: run "npm ci", which brings its own, and use npm's scripts.\n`,
  );
  process.exit(1);
}
// Compiled code is kept between starts, which spares about a third of a second of each.
module.enableCompileCache();
