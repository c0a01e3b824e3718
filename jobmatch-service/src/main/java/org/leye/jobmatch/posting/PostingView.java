package org.leye.jobmatch.posting;

import java.time.LocalDate;
import java.util.List;

import org.leye.contracts.jobmatch.PlacementKind;
import org.leye.jobmatch.person.Shift;
import org.leye.platform.http.command.Answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A posting as anybody may see it; the reasons of a rejection reach only who may see a rejected one. */
@Schema(name = "Posting", description = "A vacancy; wages in fen a month")
public record PostingView(
        @Schema(examples = "post_06qk3v0g1rvs3e7m2k0c9d4b5a")
        String id,

        @Schema(examples = "91330282MA2AC0013P") String uscc,
        String title,
        String requirements,
        @Schema(examples = "6-05-01-03") String occupationCode,
        PlacementKind kind,
        int openings,
        long wageFromFen,
        long wageToFen,
        String place,
        Shift shift,
        boolean lodging,
        LocalDate expiresOn,
        PostingStatus status,
        @Nullable LocalDate publishedOn,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Rejection> rejections) {

    public static PostingView of(Posting posting, LocalDate today) {
        return new PostingView(
                posting.id(),
                posting.uscc(),
                posting.title(),
                posting.requirements(),
                posting.occupationCode(),
                posting.kind(),
                posting.openings(),
                posting.wageFromFen(),
                posting.wageToFen(),
                posting.place(),
                posting.shift(),
                posting.lodging(),
                posting.expiresOn(),
                posting.status(today),
                posting.publishedOn(),
                posting.rejections());
    }

    static Answer<PostingView> created(Posting posting, LocalDate today) {
        return Answer.created("/postings/" + posting.id(), posting.version(), of(posting, today));
    }

    static Answer<PostingView> changed(Posting posting, LocalDate today) {
        return Answer.ok(posting.version(), of(posting, today));
    }
}
