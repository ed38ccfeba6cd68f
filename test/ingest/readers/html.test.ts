import { describe, expect, test } from 'vitest';
import { declaredEncoding, htmlToText } from '../../../src/ingest/readers/html.ts';

describe('htmlToText', () => {
  test.each([
    ['decodes entities', '<p>Ty&ouml;llisyys &amp; 5&nbsp;214 &#8211; &#x41;</p>', 'Työllisyys & 5 214 – A'],
    [
      'keeps words and full stops of inline marks together',
      '<p>on <b>maksuton</b>, s<i>an</i>oo <a href="/">hän</a>.</p>',
      'on maksuton, sanoo hän.',
    ],
    ['puts paragraphs on lines of their own', '<div>Yksi<p>Kaksi</p>Kolme</div>', 'Yksi\nKaksi\nKolme'],
    ['closes a paragraph that the page leaves open', '<p>Yksi<p>Kaksi', 'Yksi\nKaksi'],
    ['breaks a line at br', '<p>Yksi<br>Kaksi<br/>Kolme</p>', 'Yksi\nKaksi\nKolme'],
    [
      'folds the white space of the markup',
      '<p>Yksi\n   kaksi\t kolme</p>\n\n\n<p>neljä</p>',
      'Yksi kaksi kolme\nneljä',
    ],
    ['keeps the lines of preformatted text', '<pre>Yksi\nKaksi</pre>', 'Yksi\nKaksi'],
    [
      'marks headings with their level',
      '<h1>Otsikko</h1><p>a</p><h3>Väli<br>otsikko</h3>',
      '# Otsikko\na\n### Väli otsikko',
    ],
    ['gives list items a line each', '<ul><li>Yksi</li><li><p>Kaksi</p></li><li>Kolme</ul>', 'Yksi\nKaksi\nKolme'],
    ['leaves soft hyphens and zero-width marks out', '<p>työl&shy;lisyys&#8203;palvelut</p>', 'työllisyyspalvelut'],
    [
      'leaves out scripts, styles, menus and page feet',
      '<head><title>t</title></head><script>var a="<p>x</p>"</script><style>p{}</style><nav>Etusivu</nav><p>Sisältö</p><footer>Jalka</footer>',
      'Sisältö',
    ],
    [
      'leaves out comments and hidden elements',
      '<!-- a --><p hidden>b</p><p style="color:red;display: none">c</p><p aria-hidden="true">d</p><template>e</template><div role="navigation">f</div>g',
      'g',
    ],
    ['shows again what follows a hidden element', '<div hidden><p>a</p><div>b</div></div><p>c</p>', 'c'],
    ['keeps a heading inside a page head', '<header><h1>Otsikko</h1></header>', '# Otsikko'],
    ['gives nothing for a page without words', '<html><body><img src="a.png"></body></html>', ''],
  ])('%s', (_name, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });
});

describe('tables of a page', () => {
  test.each([
    [
      'are rows with tabs between blank lines',
      '<p>a</p><table><tr><th>x</th><th>y</th></tr><tr><td>1</td><td>2</td></tr></table><p>b</p>',
      'a\n\nx\ty\n1\t2\n\nb',
    ],
    ['keep an empty cell in its place', '<table><tr><td>1</td><td></td><td>3</td></tr></table>', '1\t\t3'],
    [
      'keep several paragraphs of a cell as such',
      '<table><tr><td><p>a</p><p>b</p></td><td>c<br>d</td></tr></table>',
      '<p>a</p> <p>b</p>\t<p>c</p> <p>d</p>',
    ],
    [
      'leave further columns of a wide cell empty',
      '<table><tr><td colspan="2">a</td><td>b</td></tr></table>',
      'a\t\tb',
    ],
    [
      'repeat a cell in the rows that it spans',
      '<table><tr><td>1</td><td rowspan="2">a</td></tr><tr><td>2</td></tr></table>',
      '1\ta\n2\ta',
    ],
    [
      'keep columns in line beside a spanning cell',
      '<table><tr><td rowspan="2">a</td><td>1</td></tr><tr><td>2</td></tr></table>',
      'a\t1\na\t2',
    ],
    ['that only make a box give their paragraphs', '<table><tr><td><p>a</p><p>b</p></td></tr></table>', 'a\nb'],
    [
      'inside a cell give it paragraphs',
      '<table><tr><td>a<table><tr><td>x</td><td>y</td></tr></table></td><td>b</td></tr></table>',
      '<p>a</p> <p>x y</p>\tb',
    ],
    ['may leave cells and rows open', '<table><tr><td>1<td>2<tr><td>3<td>4</table>', '1\t2\n3\t4'],
    ['survive cells outside any table', '<td>a</td><tr><td>b</td></tr>c', 'abc'],
  ])('%s', (_name, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  test('repeat no more than a bounded amount of a hostile spanning cell', () => {
    const cell = `<td rowspan="30">${'a'.repeat(100_000)}</td>`;
    const text = htmlToText(`<table>${`<tr>${cell}<td>b</td></tr>`.repeat(30)}</table>`);
    expect(text.length).toBeLessThan(5_000_000);
  });
});

describe('declaredEncoding', () => {
  test.each([
    ['<meta charset="ISO-8859-1">', 'iso-8859-1'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', 'windows-1252'],
    ['<p>no declaration</p>', 'utf-8'],
    [`${' '.repeat(1024)}<meta charset="iso-8859-1">`, 'utf-8'],
  ])('reads %s', (page, encoding) => {
    expect(declaredEncoding(Buffer.from(page))).toBe(encoding);
  });
});
