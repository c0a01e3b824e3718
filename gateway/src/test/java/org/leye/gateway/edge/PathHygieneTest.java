package org.leye.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathHygieneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/jobmatch/v1/postings",
                "/jobmatch/v1/postings/",
                "/jobmatch/v1/postings?after=a/../b;c//d%2F%00",
                "/jobmatch/v1/%E6%85%88%E6%BA%AA",
                "/jobmatch/v1/a.b/.well-known/...",
                "/training/v1/certificates/2022-%28a%29/verification"
            })
    void passesHarmlessPathsAndAnyQuery(String target) {
        assertTrue(PathHygiene.isClean(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "http://elsewhere.test/subsidy/v1/cases",
                "//subsidy/v1/cases",
                "/subsidy//v1/cases",
                "/subsidy/v1//",
                "/subsidy/v1/cases;x=1",
                "/subsidy/v1/cases%3Bx",
                "/subsidy/v1/cases%3bx",
                "/subsidy/v1/a%2Fb",
                "/subsidy/v1/a%2fb",
                "/subsidy/v1/a%5Cb",
                "/subsidy/v1/a%5cb",
                "/subsidy/v1/a\\b",
                "/subsidy/v1/.",
                "/subsidy/v1/..",
                "/subsidy/./v1/cases",
                "/training/../subsidy/v1/cases",
                "/training/%2e%2e/subsidy/v1/cases",
                "/training/.%2E/subsidy/v1/cases",
                "/training/%2e/subsidy/v1/cases",
                "/subsidy/v1/a%00",
                "/subsidy/v1/a%0d%0a",
                "/subsidy/v1/a%1F",
                "/subsidy/v1/a%7f",
                "/subsidy/v1/a\tb",
                "/subsidy/v1/a b",
                "/subsidy/v1/a#b",
                "/subsidy/v1/a%",
                "/subsidy/v1/a%4",
                "/subsidy/v1/a%zz",
                "/subsidy/v1/慈溪",
                "/subsidy/v1/cases?a=\r\nX: y"
            })
    void refusesWhatServersReadInDifferentWays(String target) {
        assertFalse(PathHygiene.isClean(target));
    }
}
