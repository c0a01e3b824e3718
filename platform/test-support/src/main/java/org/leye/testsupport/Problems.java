package org.leye.testsupport;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.specification.ResponseSpecification;

/** What an answer that is a problem must look like. */
public final class Problems {

    private Problems() {}

    /** A problem with this status and code. */
    public static ResponseSpecification problem(int status, String code) {
        return builder(status, code).build();
    }

    /** A problem of the input that points at the field. */
    public static ResponseSpecification violation(String pointer, String code) {
        return builder(400, "INVALID_INPUT")
                .expectBody("violations.find { it.pointer == '" + pointer + "' }.code", equalTo(code))
                .build();
    }

    private static ResponseSpecBuilder builder(int status, String code) {
        return new ResponseSpecBuilder()
                .expectStatusCode(status)
                .expectContentType("application/problem+json")
                .expectBody("code", equalTo(code))
                .expectBody("status", equalTo(status))
                .expectBody("instance", startsWith("/requests/"));
    }
}
