/** What DuckDB looks for in a query that is worth it where there are many rows: of few, a tenth of all work. */
const forMany = [
  "statistics_propagation",
  "compressed_materialization",
  "common_subplan",
  "late_materialization",
  "join_filter_pushdown",
  "sampling_pushdown",
  "duplicate_groups",
  "sum_rewriter",
  "window_self_join",
  "top_n_window_elimination",
];

/**
 * How a small warehouse is opened: a second thread costs more than it saves, hundreds of tables of a few rows fill
 * blocks of a quarter of a megabyte with nothing, and a query takes longer to plan than to answer.
 */
export const modest = {
  threads: "1",
  default_block_size: "16384",
  disabled_optimizers: forMany.join(","),
};

/** Up to so much handed in, and so large a file made from it, a warehouse is small. In bytes. */
export const small = { handedIn: 8_000_000, file: 20_000_000 };

/**
 * Up to so much handed in, in bytes, nothing is compressed: columns of a few rows fill a block each in any case, and to
 * find out what would compress them best is a sixth of all work.
 */
const tiny = 1_000_000;

/**
 * How the warehouse is opened that so many bytes are put into. Beyond what is tiny, a small one keeps texts by dictionary,
 * untried: the file is a quarter larger than with what would compress each column best, and written in half the time.
 */
export const sizedFor = (handedIn: number): Readonly<Record<string, string>> =>
  handedIn > small.handedIn
    ? {}
    : { ...modest, force_compression: handedIn <= tiny ? "uncompressed" : "dictionary" };
