package org.leye.platform.http.input;

import java.io.IOException;

import org.leye.platform.problem.InvalidValueException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;

/** Text without what PostgreSQL or a reader cannot take: control characters other than tab and newline, half surrogates. */
class StorableText extends StdScalarDeserializer<String> {

    StorableText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && !isStorable(text)) {
            throw new InvalidValueException(
                    "TEXT_CHARACTER", "文本含有不允许的字符", "the text holds a control character or half a surrogate pair");
        }
        return text;
    }

    static boolean isStorable(String text) {
        return text.codePoints().noneMatch(StorableText::isForbidden);
    }

    private static boolean isForbidden(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE
                || Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\t';
    }
}
