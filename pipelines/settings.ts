/** Numbers the rules leave to the federation; models read them from the table `settings`. Decimal strings. */
export const settings: Readonly<Record<string, string>> = {
  /** Where no completion is recorded: attended sessions ÷ sessions held that count as completed. */
  completion_attendance_rate: "0.6667",
};
