package org.leye.jobmatch.placement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.leye.platform.identity.PersonKey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person's interest in a posting, said by her or, with her consent, by the employer. */
@Schema(description = "Who is interested in which posting, and how the two came together")
record ExpressInterest(
        @NotBlank @Size(max = 60) @Schema(examples = "post_06qk3v0g1rvs3e7m2k0c9d4b5a")
        String postingId,

        @NotNull @Schema(implementation = String.class, examples = "per_5q0c1hv7d2s8k3m6n9p4r1t0ag")
        PersonKey personKey,

        @NotNull @Schema(examples = "RECOMMENDATION") Match.Channel channel) {}
