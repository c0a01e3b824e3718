package org.leye.platform.http.datakey;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which keys this process knows, and what lies under which. */
@Schema(name = "DataKeys", description = "The data keys of this service and where they are in use")
record DataKeysView(
        @Schema(description = "The key that seals new values", examples = "k2")
        String sealingKey,

        List<KeyUse> keys,
        List<Store> stores,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The run that is open, or the last one")
        @Nullable
        Run resealing) {

    /** One key and how many values need it. */
    @Schema(name = "DataKeyUse")
    record KeyUse(
            @Schema(examples = "k1") String id,

            @Schema(description = "Whether this process has the key; a key in use that it lacks is an alarm")
            boolean configured,

            @Schema(description = "Values under this key", examples = "1200")
            long values,

            @Schema(description = "Whether nothing lies under it and nothing is sealed with it")
            boolean unused) {}

    /** One column of sealed values. */
    @Schema(name = "SealedStore")
    record Store(
            @Schema(examples = "person_identity") String table,
            @Schema(examples = "name") String column,

            @Schema(description = "Values by key id", examples = "{\"k1\": 1200}")
            Map<String, Long> values) {}

    /** How far sealing anew has come. */
    @Schema(name = "Resealing", description = "Sealing everything anew under the newest key")
    record Run(
            @Schema(examples = "seal_06qk3v0g1rvs3e7m2k0c9d4b5a")
            String id,

            @Schema(examples = "k2") String key,
            boolean running,
            OffsetDateTime startedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            OffsetDateTime finishedAt,

            @Schema(description = "Values sealed anew so far", examples = "1200")
            long resealed,

            @Schema(description = "Values met that no key opens", examples = "0")
            long unreadable) {

        static Run of(ResealingRun run) {
            return new Run(
                    run.id(),
                    run.keyId(),
                    run.finishedAt() == null,
                    run.startedAt(),
                    run.finishedAt(),
                    run.resealed(),
                    run.unreadable());
        }
    }
}
