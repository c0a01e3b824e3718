package org.leye.platform.problem;

/** Refusals that any operation of any service may answer. */
public enum RequestProblem implements ProblemType {
    MALFORMED_BODY(400, "请求体不是有效的 JSON", "The body is not valid JSON"),
    INVALID_INPUT(400, "输入有误", "The input is not acceptable"),
    UNKNOWN_PARAMETER(400, "未知的查询参数", "Unknown query parameter"),
    INVALID_CURSOR(400, "分页游标无效", "The paging cursor is not one of ours"),
    INVALID_PATH(400, "路径含有不允许的字符", "The path holds characters that are not allowed"),
    IDEMPOTENCY_KEY_REQUIRED(400, "缺少 Idempotency-Key", "The Idempotency-Key header is required"),
    UNAUTHENTICATED(401, "缺少有效令牌", "A valid token is required"),
    FORBIDDEN(403, "无权执行此操作", "Your role may not do this"),
    OUT_OF_SCOPE(403, "不在您的管辖范围内", "This record lies outside your scope"),
    NOT_FOUND(404, "没有此资源", "There is no such resource"),
    METHOD_NOT_ALLOWED(405, "不支持的方法", "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "无法提供所要求的格式", "The format asked for is not offered"),
    REQUEST_IN_PROGRESS(409, "同一请求正在处理", "The same request is being worked on"),
    IDEMPOTENCY_KEY_REUSED(409, "Idempotency-Key 已用于另一请求", "The Idempotency-Key was used for another request"),
    CONCURRENT_CHANGE(409, "记录同时被他人修改", "The record was changed by someone else at the same time"),
    VERSION_MISMATCH(412, "记录已被修改", "The record has changed since you read it"),
    BODY_TOO_LARGE(413, "请求体过大", "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "不支持的内容类型", "The content type is not supported"),
    IF_MATCH_REQUIRED(428, "缺少 If-Match", "The If-Match header is required"),
    INTERNAL_ERROR(500, "系统内部错误", "Something went wrong on our side"),
    TEMPORARILY_UNAVAILABLE(503, "服务暂不可用", "The service is not available for the moment"),
    UPSTREAM_UNAVAILABLE(503, "后端服务暂不可用", "The service behind this path is not available"),
    UPSTREAM_TIMEOUT(504, "后端服务未及时答复", "The service behind this path did not answer in time");

    private final Kind kind;

    RequestProblem(int status, String zh, String en) {
        kind = new Kind(status, zh, en);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
