import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a package; `declared` is the size it claims, when that is not its own. */
type Part = { name: string; content: string; declared?: number };

/** A zip package of deflated parts. */
export function makeZip(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared } of parts) {
    const data = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(declared ?? Buffer.byteLength(content), 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), data]);
    files.push(file);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, entry, Buffer.from(name)]));
    offset += file.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

export const styles = `<w:styles xmlns:w="w">
<w:style w:type="paragraph" w:styleId="Otsikko1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Otsikko2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Oma"><w:name w:val="Oma otsikko"/><w:basedOn w:val="Otsikko2"/></w:style>
</w:styles>`;

/** A Word document with the given XML in its body. */
export function makeDocx(body: string): Buffer {
  return makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/styles.xml', content: styles },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    },
  ]);
}

export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A table of cells of paragraphs. */
export function table(rows: readonly (readonly (readonly string[])[])[]): string {
  const cell = (paragraphs: readonly string[]) =>
    `<w:tc><w:tcPr/>${paragraphs.map((text) => paragraph(text)).join('') || '<w:p/>'}</w:tc>`;
  return `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}
