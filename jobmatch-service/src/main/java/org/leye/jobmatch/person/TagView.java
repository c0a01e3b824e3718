package org.leye.jobmatch.person;

import java.time.LocalDate;

import org.leye.platform.http.command.Answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tag as officers see it; the evidence stays sealed. */
@Schema(name = "KeyGroupTag", description = "A person's belonging to a key group")
record TagView(
        @Schema(examples = "tag_06qk3v0g1rvs3e7m2k0c9d4b5a") String id,
        String personKey,
        KeyGroupTag.Kind kind,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source,
        LocalDate recordedOn) {

    static TagView of(KeyGroupTag tag) {
        return new TagView(
                tag.id(), tag.personKey(), tag.kind(), tag.validFrom(), tag.validTo(), tag.source(), tag.recordedOn());
    }

    static Answer<TagView> created(KeyGroupTag tag) {
        return Answer.created("/persons/" + tag.personKey() + "/tags", null, of(tag));
    }
}
