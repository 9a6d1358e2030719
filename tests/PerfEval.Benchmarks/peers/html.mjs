// The reports of a folder as HTML for printing with Chromium.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alignment, header, headingFace, merged, reports } from './report.mjs';

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
const style = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-right { content: "— " counter(page) " —"; font: 14pt "FandolSong"; } }
@page wide { size: A4 landscape; margin: 28mm 37mm 26mm 35mm; }
body { font: 16pt/29pt "FandolFang R", "Noto Serif SC"; margin: 0; text-align: justify; }
p { text-indent: 2em; margin: 0; }
h1 { font: bold 22pt/32pt "FandolSong", "Noto Serif SC"; text-align: center; margin: 0 0 29pt; }
h2 { font-size: 16pt; font-weight: normal; text-indent: 2em; margin: 0; break-after: avoid; }
.wide { page: wide; }
table { border-collapse: collapse; width: 100%; font: 10.5pt/1.35 "FandolSong", "Noto Serif SC"; table-layout: fixed; text-align: left; }
thead { display: table-header-group; } tr { break-inside: avoid; }
td, th { border: .5pt solid; padding: 3pt .35em; overflow-wrap: anywhere; } th, .bold { font-family: "FandolHei"; font-weight: normal; }
.unit { font: 10.5pt "FandolSong"; text-align: right; }`;

function table(block) {
  const total = block.Columns.reduce((sum, c) => sum + c.Weight, 0);
  const cell = (tag, c) => `<${tag} colspan=${c.columns} rowspan=${c.rows}${c.bold ? ' class=bold' : ''} style="text-align:${tag === 'th' ? 'center' : alignment(block, c)}">${escaped(c.text)}</${tag}>`;
  return `<div${block.Landscape ? ' class=wide' : ''}>${block.Unit ? `<div class=unit>${block.Unit}</div>` : ''}<table>`
    + `<colgroup>${block.Columns.map(c => `<col style="width:${100 * c.Weight / total}%">`).join('')}</colgroup>`
    + `<thead>${header(block).map(r => `<tr>${r.map(c => cell('th', c)).join('')}`).join('')}</thead>`
    + `<tbody>${merged(block).map(r => `<tr>${r.map(c => cell('td', c)).join('')}`).join('')}</tbody></table></div>`;
}

function block(b) {
  switch (b.type) {
    case 'AnnexLabel': return `<div style="font-family:FandolHei">${escaped(b.Text)}</div>`;
    case 'TitleBlock': return `<h1>${b.Lines.map(escaped).join('<br>')}</h1>`;
    case 'Heading': return b.RunIn
      ? `<p><span style="font-family:${headingFace(b.Level)}">${escaped(b.Text)}</span>${escaped(b.RunIn)}</p>`
      : `<h2 style="font-family:${headingFace(b.Level)}">${escaped(b.Text)}</h2>`;
    case 'Paragraph': return `<p>${escaped(b.Text)}</p>`;
    case 'TableBlock': return table(b);
    default: return `<div style="text-align:right;margin-top:29pt">${escaped([b.Signatory, b.Date].filter(Boolean).join('\n'))}</div>`;
  }
}

const [folder] = process.argv.slice(2);
for (const [name, report] of reports(folder)) {
  writeFileSync(join(folder, `${name}.html`),
    `<!doctype html><html lang=zh-CN><meta charset=utf-8><title>${report.Subject}</title><style>${style}</style>${report.Blocks.map(block).join('\n')}`);
}
