/** Headers under which the number of a measure is found, in every register of this room. */
export const measureHeaders = ["措施号", "措施代码", "措施序号", "所属措施", "所属措施编号", "措施编码"];
