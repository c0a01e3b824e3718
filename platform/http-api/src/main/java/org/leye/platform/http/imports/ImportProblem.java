package org.leye.platform.http.imports;

import org.leye.platform.problem.ProblemType;

/** Refusals of imports. */
public enum ImportProblem implements ProblemType {
    IMPORT_NOT_FOUND(404, "没有此导入批次", "There is no such import"),
    IMPORT_EMPTY(422, "文件中没有记录", "The file holds no record"),
    IMPORT_LINE_TOO_LONG(422, "文件中有过长的行", "A line of the file is too long");

    private final Kind kind;

    ImportProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
