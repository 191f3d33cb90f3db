import { siteConfig } from "./src/site/config.ts";

const {
  TAIZHANG_SITE_ROOT = "build/site",
  TAIZHANG_SITE_OUTPUT = "dist",
  TAIZHANG_LANG,
  TAIZHANG_QUARTERS,
} = process.env;

// Framework must not go on by itself when the build that started it was killed.
if (process.send !== undefined && process.env.TAIZHANG_SITE_ROOT !== undefined) {
  const end = (): void => process.exit(1);
  if (!process.connected) end();
  process.on("disconnect", end);
  process.channel?.unref();
}

export default siteConfig({
  root: TAIZHANG_SITE_ROOT,
  output: TAIZHANG_SITE_OUTPUT,
  quarters: TAIZHANG_QUARTERS?.split(" "),
  lang: TAIZHANG_LANG === "en" ? "en" : "zh",
});
