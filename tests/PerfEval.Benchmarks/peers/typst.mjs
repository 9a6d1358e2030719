// Prints the reports of a folder with Typst in this one process, the first one to start with. Writes [wall ms, CPU ms] of each.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alignment, header, headingFace, merged, reports } from './report.mjs';

const [folder, fonts] = process.argv.slice(2);
const { NodeCompiler } = createRequire(join(process.env.PEER_MODULES ?? process.cwd(), 'index.js'))('@myriaddreamin/typst-ts-node-compiler');

const quoted = text => JSON.stringify(text);
const cell = (table, c, top) => `table.cell(x: ${c.column}, colspan: ${c.columns}, rowspan: ${c.rows}, align: ${top ? 'center' : alignment(table, c)} + horizon)[${c.bold ? `#text(font: "FandolHei", ${quoted(c.text)})` : `#${quoted(c.text)}`}]`;
const head = `#set page(paper: "a4", margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm), footer: context align(right, text(14pt, font: "FandolSong")[— #counter(page).display() —]))
#set text(font: ("FandolFang R", "Noto Serif SC"), size: 16pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: 12.99pt, spacing: 12.99pt, first-line-indent: (amount: 2em, all: true))
#show heading: set text(size: 16pt, weight: "regular")
#show heading: set block(spacing: 12.99pt)
#show table: set text(font: ("FandolSong", "Noto Serif SC"), size: 10.5pt)
#show table: set par(justify: false, leading: 3.7pt, first-line-indent: 0pt)
#set table(stroke: 0.5pt, inset: (x: 3.7pt, y: 3pt))
`;

function table(block) {
  const body = `${block.Unit ? `#align(right, text(10.5pt, font: "FandolSong", ${quoted(block.Unit)}))\n` : ''}#table(columns: (${block.Columns.map(c => `${c.Weight}fr`).join(', ')}),
table.header(${header(block).map((r, i) => r.map(c => cell(block, c, true).replace('table.cell(', `table.cell(y: ${i}, `)).join(', ')).join(', ')}),
${merged(block).map((r, i) => r.map(c => cell(block, c, false).replace('table.cell(', `table.cell(y: ${block.Header.length + i}, `)).join(', ')).join(',\n')})\n`;
  return block.Landscape ? `#page(flipped: true, margin: (top: 28mm, left: 35mm, right: 37mm, bottom: 26mm))[${body}]\n` : body;
}

function block(b) {
  switch (b.type) {
    case 'AnnexLabel': return `#text(font: "FandolHei", ${quoted(b.Text)})\n\n`;
    case 'TitleBlock': return `#align(center, text(22pt, font: "FandolSong", weight: "bold", ${quoted(b.Lines.join('\n'))}))\n\n`;
    case 'Heading': return b.RunIn
      ? `#text(font: ("${headingFace(b.Level)}", "Noto Serif SC"), ${quoted(b.Text)})#${quoted(b.RunIn)}\n\n`
      : `#heading(level: ${b.Level}, text(font: ("${headingFace(b.Level)}", "Noto Serif SC"), [#h(2em)#${quoted(b.Text)}]))\n\n`;
    case 'Paragraph': return `#${quoted(b.Text)}\n\n`;
    case 'TableBlock': return table(b);
    default: return `#align(right, ${quoted([b.Signatory, b.Date].filter(Boolean).join('\n'))})\n`;
  }
}

const sources = reports(folder).map(([name, report]) => [name, head + report.Blocks.map(block).join('')]);
let compiler;
const costs = sources.map(([name, source]) => {
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  compiler ??= NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [fonts] }] });
  const pdf = compiler.pdf({ mainFileContent: source });
  const wall = performance.now() - start;
  const used = process.cpuUsage(cpu);
  compiler.evictCache(10);
  writeFileSync(join(folder, `${name}.typst.pdf`), pdf);
  return [wall, (used.user + used.system) / 1000];
});
console.log(JSON.stringify(costs));
