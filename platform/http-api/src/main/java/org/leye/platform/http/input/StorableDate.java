package org.leye.platform.http.input;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;

import org.leye.platform.problem.InvalidValueException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;

/** Civil dates {@code 2022-07-01} and months {@code 2022-07} of the years 1850 to 2200; nothing else is taken for one. */
class StorableDate<T> extends StdScalarDeserializer<T> {

    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2200;

    private final transient Function<String, T> parse;
    private final transient Function<T, Integer> year;

    private StorableDate(Class<T> type, Function<String, T> parse, Function<T, Integer> year) {
        super(type);
        this.parse = parse;
        this.year = year;
    }

    static StorableDate<LocalDate> date() {
        return new StorableDate<>(LocalDate.class, LocalDate::parse, LocalDate::getYear);
    }

    static StorableDate<YearMonth> month() {
        return new StorableDate<>(YearMonth.class, YearMonth::parse, YearMonth::getYear);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return context.reportInputMismatch(this, "a date is a string");
        }
        return checked(parser.getText());
    }

    T checked(String text) {
        try {
            var value = parse.apply(text);
            if (year.apply(value) >= FIRST_YEAR && year.apply(value) <= LAST_YEAR) {
                return value;
            }
        } catch (DateTimeException notADate) {
            // refused below
        }
        throw new InvalidValueException(
                "DATE", "日期无效，格式为 2022-07-01 或 2022-07", "not a date such as 2022-07-01 or a month such as 2022-07");
    }
}
