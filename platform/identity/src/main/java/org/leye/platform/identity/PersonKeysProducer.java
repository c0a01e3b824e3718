package org.leye.platform.identity;

import java.util.Base64;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives services the person keys of this deployment's pepper. */
class PersonKeysProducer {

    @Produces
    @Singleton
    PersonKeys personKeys(IdentityConfig config) {
        return PersonKeys.of(Base64.getDecoder().decode(config.pepper()));
    }
}
