/**
 * Which column each row gets so that the sum of the weights is greatest, each column at most once; null for a row that
 * gets none (more rows than columns). Rows and columns that come first win ties. The Hungarian method with potentials
 * (Kuhn 1955), cubic in the longer side.
 */
export function bestAssignment(weights: readonly (readonly number[])[]): (number | null)[] {
  const rows = weights.length;
  const columns = Math.max(0, ...weights.map((row) => row.length));
  const side = Math.max(rows, columns);
  if (side === 1) return columns === 1 ? [0] : [null];
  const rowOf = assign(side, (row, column) => -(weights[row]?.[column] ?? 0));
  const columnOf: (number | null)[] = new Array(rows).fill(null);
  for (const [column, row] of rowOf.entries()) if (row < rows && column < columns) columnOf[row] = column;
  return columnOf;
}

/** The row of each column at the least total cost. Row and column 0 of the arrays are a start that stands for nobody. */
function assign(side: number, costOf: (row: number, column: number) => number): number[] {
  const ofRow = new Float64Array(side + 1);
  const ofColumn = new Float64Array(side + 1);
  const rowAt = new Int32Array(side + 1);
  for (let row = 1; row <= side; row += 1) {
    rowAt[0] = row;
    const before = cheapestPath({ side, costOf, ofRow, ofColumn, rowAt });
    for (let column = before.end; column !== 0; ) {
      const previous = before.path[column] ?? 0;
      rowAt[column] = rowAt[previous] ?? 0;
      column = previous;
    }
  }
  return Array.from(rowAt.slice(1), (row) => row - 1);
}

interface Search {
  readonly side: number;
  readonly costOf: (row: number, column: number) => number;
  readonly ofRow: Float64Array;
  readonly ofColumn: Float64Array;
  readonly rowAt: Int32Array;
}

/** From the row that waits at column 0 to a free column, moving rows along; lowers the potentials on the way. */
function cheapestPath(search: Search): { path: Int32Array; end: number } {
  const { side, rowAt } = search;
  const frontier: Frontier = {
    least: new Float64Array(side + 1).fill(Number.POSITIVE_INFINITY),
    path: new Int32Array(side + 1),
    visited: new Uint8Array(side + 1),
  };
  let column = 0;
  do {
    frontier.visited[column] = 1;
    reachFrom(column, search, frontier);
    const next = nearest(side, frontier);
    lowerPotentials(search, frontier, frontier.least[next] ?? 0);
    column = next;
  } while (rowAt[column] !== 0);
  return { path: frontier.path, end: column };
}

interface Frontier {
  /** What it costs at least to reach a column, and over which other. */
  readonly least: Float64Array;
  readonly path: Int32Array;
  readonly visited: Uint8Array;
}

function reachFrom(
  column: number,
  { side, costOf, ofRow, ofColumn, rowAt }: Search,
  frontier: Frontier,
): void {
  const row = rowAt[column] ?? 0;
  for (let other = 1; other <= side; other += 1) {
    if (frontier.visited[other]) continue;
    const cost = costOf(row - 1, other - 1) - (ofRow[row] ?? 0) - (ofColumn[other] ?? 0);
    if (cost >= (frontier.least[other] ?? 0)) continue;
    frontier.least[other] = cost;
    frontier.path[other] = column;
  }
}

function nearest(side: number, { least, visited }: Frontier): number {
  let found = 0;
  for (let column = 1; column <= side; column += 1)
    if (!visited[column] && (found === 0 || (least[column] ?? 0) < (least[found] ?? 0))) found = column;
  return found;
}

function lowerPotentials({ side, ofRow, ofColumn, rowAt }: Search, frontier: Frontier, step: number): void {
  for (let column = 0; column <= side; column += 1) {
    if (!frontier.visited[column]) {
      frontier.least[column] = (frontier.least[column] ?? 0) - step;
      continue;
    }
    const row = rowAt[column] ?? 0;
    ofRow[row] = (ofRow[row] ?? 0) + step;
    ofColumn[column] = (ofColumn[column] ?? 0) - step;
  }
}
