package org.leye.platform.http.input;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.YearMonth;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import org.jspecify.annotations.Nullable;

/** Reads dates and months in paths and queries by the rules of bodies. */
@Provider
public class DateParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type == LocalDate.class) {
            return (ParamConverter<T>) converter(StorableDate.date());
        }
        return type == YearMonth.class ? (ParamConverter<T>) converter(StorableDate.month()) : null;
    }

    private static <T> ParamConverter<T> converter(StorableDate<T> reader) {
        return new ParamConverter<>() {
            @Override
            public @Nullable T fromString(@Nullable String text) {
                return text == null ? null : reader.checked(text);
            }

            @Override
            public String toString(T value) {
                return value.toString();
            }
        };
    }
}
