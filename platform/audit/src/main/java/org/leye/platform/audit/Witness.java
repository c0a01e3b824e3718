package org.leye.platform.audit;

import java.util.HexFormat;

import org.leye.platform.problem.RequestProblem;

/** What somebody outside noted: the number of a batch and its hash. */
record Witness(long batch, byte[] hash) {

    static final String FORM = "[1-9]\\d{0,17}:[0-9a-f]{64}";

    /** Reads {@code 17:5f0a...}. Throws INVALID_INPUT. */
    static Witness parse(String text) {
        if (!text.matches(FORM)) {
            throw RequestProblem.INVALID_INPUT.at("?witness", "FORMAT", "格式须为 批号:哈希", "must be NUMBER:HASH");
        }
        var parts = text.split(":");
        return new Witness(Long.parseLong(parts[0]), HexFormat.of().parseHex(parts[1]));
    }
}
