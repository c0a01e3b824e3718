package org.leye.platform.http.imports;

import org.leye.platform.problem.ProblemType;

/** Refusals of imports. */
public enum ImportProblem implements ProblemType {
    IMPORT_NOT_FOUND(404, "没有此导入批次", "There is no such import"),
    IMPORT_EMPTY(422, "文件中没有记录", "The file holds no record"),
    IMPORT_LINE_TOO_LONG(422, "文件中有过长的行", "A line of the file is too long"),
    IMPORT_NOT_UTF8(422, "文件不是 UTF-8 编码，请另存为 UTF-8 后重新上传", "The file is not UTF-8; save it as UTF-8 and send it again"),
    IMPORT_COLUMNS(422, "文件首行的列名有误", "The first line of the file does not name the fields"),
    IMPORT_CSV(422, "CSV 引号格式有误", "The quoting of the CSV file is broken"),
    IMPORT_BROKEN_OFF(409, "上传中断，请重新上传", "The upload broke off; send the file again");

    private final Kind kind;

    ImportProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
