let table: Map<string, number> | undefined;

/** Two-byte codes by character: read off the platform's decoder, since it has no encoder. */
const twoByte = (): Map<string, number> => {
  if (table) return table;
  const decoder = new TextDecoder("gb18030");
  const found = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== "\ufffd") found.set(character, lead * 256 + trail);
    }
  }
  table = found;
  return found;
};

/** Encodes text of ASCII and two-byte characters. @throws for a character that needs four bytes */
export const gb18030 = (text: string): Uint8Array => {
  const codes = twoByte();
  const bytes = new Uint8Array(text.length * 2);
  let end = 0;
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    const two = codes.get(character);
    if (point < 0x80) bytes[end++] = point;
    else if (two !== undefined) {
      bytes[end++] = two >> 8;
      bytes[end++] = two & 0xff;
    } else throw new Error(`not a two-byte GB18030 character: ${character}`);
  }
  return bytes.slice(0, end);
};
