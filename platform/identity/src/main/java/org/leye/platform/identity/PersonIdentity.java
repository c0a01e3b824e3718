package org.leye.platform.identity;

import org.jspecify.annotations.Nullable;

/** What a service that must name a person by law keeps of her. {@link #toString()} shows nothing of it. */
public record PersonIdentity(
        PersonKey person,
        IdNumber idNumber,
        String name,
        @Nullable String phone) {

    @Override
    public String toString() {
        return "PersonIdentity[" + person + "]";
    }
}
