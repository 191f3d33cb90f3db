/** Runs the command line and tells its peak memory (MB) on stderr. */
process.on("exit", () => {
  process.stderr.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)}\n`);
});
await import("../src/cli.ts");
