/** Text of a file: by its byte order mark, else UTF-8 if it is that, else GB18030. */
export const decoded = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  }
};

/** Splits a file into rows of cells (RFC 4180), at tabs where the first filled line with several cells has any. */
export const split = (text: string): string[][] => {
  const separator = text.includes("\t") ? "\t" : ",";
  const rows: string[][] = [];
  let [row, cell, inside]: [string[], string, boolean] = [[], "", false];
  const endCell = (): void => {
    row.push(cell);
    cell = "";
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (inside) {
      if (c !== '"') cell += c;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else inside = false;
    } else if (c === '"' && cell === "") inside = true;
    else if (c === separator) endCell();
    else if (c === "\n") endRow();
    else if (c !== "\r") cell += c;
  }
  if (cell !== "" || row.length > 0) endRow();
  return rows;
};
