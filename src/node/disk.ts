import { type Words, words } from "../words.ts";

/**
 * What the disk would not do, said by Node's code, by DuckDB or by a program that was started; undefined for any other
 * error. `EFBIG` is the limit on one file, `EDQUOT` that of one user.
 */
export const diskFault = (error: unknown): Words | undefined => {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const said = (message ?? String(error)).split("\n")[0] ?? "";
  const says = (pattern: RegExp): boolean => pattern.test(code) || pattern.test(message ?? String(error));
  if (
    says(/ENOSPC|EDQUOT|EFBIG|No space left on device|File too large|quota exceeded|max_temp_directory_size/i)
  )
    return words("磁盘已满，请清理后重新运行", "the disk is full; make room and run again");
  if (says(/EROFS|Read-only file system/i))
    return words(`文件夹是只读的，无法写入：${said}`, `the folder is read-only: ${said}`);
  if (says(/\bEACCES\b|\bEPERM\b|Permission denied/))
    return words(`没有读写权限：${said}`, `not permitted: ${said}`);
  if (says(/EISDIR|Is a directory/))
    return words(
      `应为文件的地方有一个同名的文件夹，请移走后重新运行：${said}`,
      `a folder stands in the place of a file; move it away and run again: ${said}`,
    );
  return undefined;
};
