package org.leye.platform.outbox.relay;

import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Tells an event that Kafka will never take from trouble between us and Kafka, which passes or is mended elsewhere. */
final class Refusal {

    private Refusal() {}

    static boolean isForGood(Exception failure) {
        return failure instanceof SerializationException || failure instanceof ApiException && !isTrouble(failure);
    }

    private static boolean isTrouble(Exception failure) {
        return failure instanceof RetriableException
                || failure instanceof AuthorizationException
                || failure instanceof AuthenticationException
                || failure instanceof ApplicationRecoverableException
                || failure instanceof OutOfOrderSequenceException
                || failure instanceof UnknownServerException
                || failure instanceof UnsupportedVersionException;
    }
}
