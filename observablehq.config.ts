import { siteConfig } from "./src/site/config.ts";

const { TAIZHANG_SITE_ROOT = "build/site", TAIZHANG_SITE_OUTPUT = "dist", TAIZHANG_LANG } = process.env;

export default siteConfig({
  root: TAIZHANG_SITE_ROOT,
  output: TAIZHANG_SITE_OUTPUT,
  lang: TAIZHANG_LANG === "en" ? "en" : "zh",
});
