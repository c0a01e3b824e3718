package org.leye.platform.http.input;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import org.leye.platform.problem.RequestProblem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads JSON bodies of at most 1 MB with the strict mapper, and says with a pointer where a body is wrong. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
public class StrictJsonReader implements MessageBodyReader<Object> {

    private static final int MAX_BYTES = 1_000_000;

    private final ObjectMapper mapper;

    StrictJsonReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return !InputStream.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw RequestProblem.BODY_TOO_LARGE.because("上限为 %d 字节", "the limit is %d bytes", MAX_BYTES);
        }
        if (bytes.length == 0) {
            throw RequestProblem.MALFORMED_BODY.because("请求体为空", "the body is empty");
        }
        return read(bytes, type, generic);
    }

    private Object read(byte[] bytes, Class<Object> type, Type generic) throws IOException {
        try {
            Object value = mapper.readValue(bytes, mapper.constructType(generic == null ? type : generic));
            if (value == null) {
                throw RequestProblem.INVALID_INPUT.at("", "REQUIRED", "请求体为空", "the body is null");
            }
            return value;
        } catch (JacksonException unreadable) {
            throw Violations.of(unreadable);
        }
    }
}
