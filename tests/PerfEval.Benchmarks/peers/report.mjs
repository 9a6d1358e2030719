// Reads the reports that the benchmark left in a folder, and says which cells of a table are merged.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const reports = folder => readdirSync(folder).filter(f => /^\d+\.json$/.test(f)).sort()
  .map(f => [f.slice(0, -5), JSON.parse(readFileSync(join(folder, f), 'utf8'))]);

// Rows of cells with column, rows and columns covered; covered cells are left out.
export function merged(table) {
  const rows = table.Rows.map(cells => {
    let column = 0;
    return cells.map(cell => {
      const placed = { text: cell.Text, bold: cell.Bold, column, columns: cell.ColumnSpan, rows: 1 };
      column += cell.ColumnSpan;
      return placed;
    });
  });
  const same = (r, c) => {
    const [upper, lower] = [rows[r - 1]?.[c], rows[r]?.[c]];
    return upper && lower && table.Columns[c].MergeEqual && rows[r].length === table.Columns.length
      && rows[r - 1].length === table.Columns.length && upper.text === lower.text && upper.bold === lower.bold;
  };
  const joined = rows.map((cells, r) => {
    const result = [];
    for (let c = 0; c < cells.length && same(r, c); c++) result[c] = true;
    return result;
  });
  return rows.map((cells, r) => cells.filter((cell, c) => {
    while (joined[r + cell.rows]?.[c]) cell.rows++;
    return !joined[r][c];
  }));
}

// Header rows with the column each cell stands in.
export function header(table) {
  const taken = table.Header.map(() => []);
  return table.Header.map((cells, r) => {
    let column = 0;
    return cells.map(cell => {
      while (taken[r][column]) column++;
      const placed = { text: cell.Text, bold: true, column, columns: cell.ColumnSpan, rows: cell.RowSpan };
      for (let i = 0; i < cell.RowSpan; i++) for (let k = 0; k < cell.ColumnSpan; k++) taken[r + i][column + k] = true;
      column += cell.ColumnSpan;
      return placed;
    });
  });
}

export const alignment = (table, cell) =>
  cell.rows > 1 && cell.bold ? 'center' : ['left', 'center', 'right'][table.Columns[cell.column].Align];

export const headingFace = level => ({ 1: 'FandolHei', 2: 'FandolKai' })[level] ?? 'FandolFang R';
