// The reports of a folder as flat OpenDocument text for LibreOffice.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alignment, header, headingFace, merged, reports } from './report.mjs';

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<text:line-break/>');
const face = name => `fo:font-family="'${name}'" style:font-family-asian="'${name}'"`;
const size = pt => `fo:font-size="${pt}pt" style:font-size-asian="${pt}pt"`;
const paragraph = (name, properties, text, extra = '') =>
  `<style:style style:name="${name}" style:family="paragraph"${extra}><style:paragraph-properties ${properties}/><style:text-properties ${text}/></style:style>`;
const line = 'fo:line-height="28.99pt"';
const page = (name, width, height, top, right, bottom, left, way) => `<style:page-layout style:name="${name}"><style:page-layout-properties
 fo:page-width="${width}mm" fo:page-height="${height}mm" style:print-orientation="${way}" fo:margin-top="${top}mm" fo:margin-right="${right}mm" fo:margin-bottom="${bottom}mm" fo:margin-left="${left}mm"/></style:page-layout>`;
const number = '<style:footer><text:p text:style-name="Foot">— <text:page-number text:select-page="current"/> —</text:p></style:footer>';

const styles = `<office:styles>${paragraph('Body', `fo:text-align="justify" fo:text-indent="32pt" ${line}`, `${face('FandolFang R')} ${size(16)}`)}
${paragraph('Title', `fo:text-align="center" fo:line-height="32pt" fo:margin-bottom="29pt"`, `${face('FandolSong')} ${size(22)} fo:font-weight="bold" style:font-weight-asian="bold"`)}
${paragraph('Label', line, `${face('FandolHei')} ${size(16)}`)}${paragraph('Foot', 'fo:text-align="end"', `${face('FandolSong')} ${size(14)}`)}
${paragraph('Unit', 'fo:text-align="end"', `${face('FandolSong')} ${size(10.5)}`)}${paragraph('Sign', `fo:text-align="end" fo:margin-right="64pt" ${line}`, `${face('FandolFang R')} ${size(16)}`)}
${[1, 2, 3, 4].map(n => paragraph(`H${n}`, `fo:text-indent="32pt" fo:keep-with-next="always" ${line}`, `${face(headingFace(n))} ${size(16)}`)
  + `<style:style style:name="F${n}" style:family="text"><style:text-properties ${face(headingFace(n))}/></style:style>`).join('')}
${['left', 'center', 'right'].flatMap(a => [['', 'FandolSong'], ['Bold', 'FandolHei']].map(([b, f]) =>
  paragraph(`Cell${a}${b}`, `fo:text-align="${a === 'left' ? 'start' : a === 'right' ? 'end' : a}" fo:line-height="135%"`, `${face(f)} ${size(10.5)}`))).join('')}</office:styles>`;

let tables = 0;
let automatic = '';
let wide = false;

function table(block) {
  const name = `T${++tables}`;
  const total = block.Columns.reduce((sum, c) => sum + c.Weight, 0);
  const width = block.Landscape ? 225 : 156;
  automatic += `<style:style style:name="${name}" style:family="table"${block.Landscape && !wide ? ' style:master-page-name="Wide"' : ''}><style:table-properties style:width="${width}mm" table:align="margins"/></style:style>`
    + block.Columns.map((c, i) => `<style:style style:name="${name}.${i}" style:family="table-column"><style:table-column-properties style:column-width="${width * c.Weight / total}mm"/></style:style>`).join('');
  wide = block.Landscape;
  const row = (cells, top) => {
    const at = new Map(cells.map(c => [c.column, c]));
    let out = '<table:table-row table:style-name="Row">';
    for (let column = 0; column < block.Columns.length; column++) {
      const c = at.get(column);
      if (!c) { out += '<table:covered-table-cell/>'; continue; }
      out += `<table:table-cell table:style-name="Box" table:number-columns-spanned="${c.columns}" table:number-rows-spanned="${c.rows}">`
        + c.text.split('\n').map(t => `<text:p text:style-name="Cell${top ? 'center' : alignment(block, c)}${c.bold ? 'Bold' : ''}">${escaped(t)}</text:p>`).join('') + '</table:table-cell>';
      for (let k = 1; k < c.columns; k++, column++) out += '<table:covered-table-cell/>';
    }
    return out + '</table:table-row>';
  };
  return (block.Unit ? `<text:p text:style-name="Unit">${block.Unit}</text:p>` : '')
    + `<table:table table:style-name="${name}">${block.Columns.map((_, i) => `<table:table-column table:style-name="${name}.${i}"/>`).join('')}`
    + `<table:table-header-rows>${header(block).map(r => row(r, true)).join('')}</table:table-header-rows>${merged(block).map(r => row(r, false)).join('')}</table:table>`;
}

function styled(style) {
  if (!wide) return style;
  wide = false;
  automatic += `<style:style style:name="Up${++tables}" style:family="paragraph" style:parent-style-name="${style}" style:master-page-name="Standard"/>`;
  return `Up${tables}`;
}

function block(b) {
  switch (b.type) {
    case 'AnnexLabel': return `<text:p text:style-name="${styled('Label')}">${escaped(b.Text)}</text:p>`;
    case 'TitleBlock': return `<text:p text:style-name="${styled('Title')}">${escaped(b.Lines.join('\n'))}</text:p>`;
    case 'Heading': return b.RunIn
      ? `<text:p text:style-name="${styled('Body')}"><text:span text:style-name="F${b.Level}">${escaped(b.Text)}</text:span>${escaped(b.RunIn)}</text:p>`
      : `<text:h text:outline-level="${b.Level}" text:style-name="${styled(`H${b.Level}`)}">${escaped(b.Text)}</text:h>`;
    case 'Paragraph': return b.Text.split('\n').map(t => `<text:p text:style-name="${styled('Body')}">${escaped(t)}</text:p>`).join('');
    case 'TableBlock': return table(b);
    default: return [b.Signatory, b.Date].filter(Boolean).map(t => `<text:p text:style-name="${styled('Sign')}">${escaped(t)}</text:p>`).join('');
  }
}

const [folder] = process.argv.slice(2);
for (const [name, report] of reports(folder)) {
  [tables, automatic, wide] = [0, '', false];
  const body = report.Blocks.map(block).join('\n');
  const spaces = ['office', 'text', 'table', 'style'].map(n => `xmlns:${n}="urn:oasis:names:tc:opendocument:xmlns:${n}:1.0"`).join(' ');
  writeFileSync(join(folder, `${name}.fodt`), `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${spaces} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
${styles}<office:automatic-styles>${page('P', 210, 297, 37, 26, 20, 28, 'portrait')}${page('L', 297, 210, 28, 37, 11, 35, 'landscape')}
<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
<style:style style:name="Box" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="2pt" style:vertical-align="middle"/></style:style>
${automatic}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P">${number}</style:master-page>
<style:master-page style:name="Wide" style:page-layout-name="L">${number}</style:master-page></office:master-styles><office:body><office:text>${body}</office:text></office:body></office:document>`);
}
