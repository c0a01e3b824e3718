package org.leye.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;

import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void speaksChineseUnlessEnglishIsPreferred() {
        assertEquals(Locale.CHINA, Refusal.languageOf(null));
        assertEquals(Locale.CHINA, Refusal.languageOf("*"));
        assertEquals(Locale.CHINA, Refusal.languageOf("fr"));
        assertEquals(Locale.CHINA, Refusal.languageOf("en;q=0.5, zh-CN"));
        assertEquals(Locale.CHINA, Refusal.languageOf("en;q=0"));
        assertEquals(Locale.CHINA, Refusal.languageOf(";;;q"));
        assertEquals(Locale.ENGLISH, Refusal.languageOf("en"));
        assertEquals(Locale.ENGLISH, Refusal.languageOf("fr, en-GB;q=0.8, zh;q=0.3"));
    }
}
