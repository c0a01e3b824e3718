package org.leye.platform.http.command;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.identity.FieldCipher;
import org.leye.platform.identity.IdNumber;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;

/**
 * Tells whether a repeat sends what the first call sent. The only place that writes identity numbers, and only into a keyed
 * hash: a plain one could be tried out, for there are few numbers.
 */
@ApplicationScoped
class RequestHash {

    private final ObjectMapper json;
    private final FieldCipher cipher;

    RequestHash(ObjectMapper json, FieldCipher cipher) {
        this.json = json.copy().registerModule(new SimpleModule("hashed").addSerializer(new Number()));
        this.cipher = cipher;
    }

    byte[] of(Object request) {
        try {
            return cipher.fingerprint(json.writeValueAsBytes(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request record could not be written as JSON", e);
        }
    }

    private static final class Number extends StdScalarSerializer<IdNumber> {

        Number() {
            super(IdNumber.class);
        }

        @Override
        public void serialize(IdNumber number, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(number.value());
        }
    }
}
