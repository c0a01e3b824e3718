package org.leye.jobmatch.person;

import org.leye.platform.identity.PersonKey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person key and whether anybody is registered under it. */
@Schema(name = "PersonKeyFound", description = "The key of a person, registered or not")
record PersonKeyView(
        @Schema(examples = "per_5q0c1hv7d2s8k3m6n9p4r1t0ag") String personKey,

        @Schema(description = "Whether the person is registered here", examples = "true")
        boolean registered) {

    static PersonKeyView of(PersonKey key, boolean registered) {
        return new PersonKeyView(key.value(), registered);
    }
}
