/** Other names of 站点编号, the same in every register of the room. */
export const stationHeaders = ["驿站编号", "站点编码", "站点代码", "站点号", "驿站代码", "爱心驿站编号"];
