package org.leye.jobmatch.person;

import org.leye.platform.identity.PersonIdentity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The whole identity, for a caller whose look is written down. {@link #toString()} shows nothing of it. */
@Schema(name = "PersonIdentity", description = "Number, name and phone of a person, whole")
record IdentityView(
        String personKey,
        @Schema(examples = "990099198503150025") String idNumber,
        @Schema(examples = "王小芳") String name,
        @Schema(examples = "13800001234") @Nullable String phone) {

    static IdentityView of(PersonIdentity identity) {
        return new IdentityView(
                identity.person().value(), identity.idNumber().value(), identity.name(), identity.phone());
    }

    @Override
    public String toString() {
        return "IdentityView[" + personKey + "]";
    }
}
