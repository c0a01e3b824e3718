package org.leye.jobmatch.matching;

import java.time.LocalDate;
import java.util.List;

import org.leye.jobmatch.posting.PostingView;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Recommended postings, best first, each with where its score comes from. */
@Schema(name = "Recommendations", description = "Recommended postings, best first")
record RecommendationsView(
        @Schema(examples = "per_5q0c1hv7d2s8k3m6n9p4r1t0ag") String personKey,

        @Schema(description = "The business date they hold for")
        LocalDate asOf,

        List<Recommendation> items) {

    /** One recommended posting. */
    @Schema(name = "Recommendation", description = "A posting, its score out of 100, and the reasons")
    record Recommendation(
            PostingView posting, @Schema(examples = "90") int score, List<Reason> reasons) {

        static Recommendation of(Ranking.Ranked ranked, LocalDate today) {
            return new Recommendation(PostingView.of(ranked.posting(), today), ranked.score(), ranked.reasons());
        }
    }
}
