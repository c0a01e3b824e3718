package org.leye.jobmatch.matching;

import java.util.Comparator;
import java.util.List;

import org.leye.jobmatch.matching.Reason.Code;
import org.leye.jobmatch.person.SeekerProfile;
import org.leye.jobmatch.posting.Posting;

import org.jspecify.annotations.Nullable;

/**
 * Scores postings for one person by one rule. The same person, postings and rule give the same order always. What it is given
 * holds neither sex nor age, ethnicity or hukou: what is not there cannot count.
 */
final class Ranking {

    private static final int MEDIUM_GROUP = 4;
    private static final int SMALL_GROUP = 7;
    private static final int OCCUPATION = 10;
    private static final int COUNTY = 6;
    private static final int TOWN = 9;
    private static final int VILLAGE = 12;

    /** A posting with its score and where that comes from. */
    record Ranked(Posting posting, int score, List<Reason> reasons) {}

    /** What of a person counts: what she seeks, where she lives, and the occupations she holds certificates of. */
    record Seeker(SeekerProfile profile, String residence, List<String> certified) {}

    private static final Comparator<Ranked> ORDER = Comparator.comparingInt(Ranked::score)
            .reversed()
            .thenComparing(ranked -> String.valueOf(ranked.posting().publishedOn()))
            .thenComparing(ranked -> ranked.posting().id());

    private final RecommendationRule rule;
    private final Seeker seeker;

    Ranking(RecommendationRule rule, Seeker seeker) {
        this.rule = rule;
        this.seeker = seeker;
    }

    /** Best first; ties by the day of publication, then by id. */
    List<Ranked> best(List<Posting> candidates, int limit) {
        return candidates.stream().map(this::rank).sorted(ORDER).limit(limit).toList();
    }

    private Ranked rank(Posting posting) {
        var reasons = List.of(
                occupation(posting), wage(posting), place(posting), skill(posting), shift(posting), lodging(posting));
        return new Ranked(posting, reasons.stream().mapToInt(Reason::points).sum(), reasons);
    }

    private Reason occupation(Posting posting) {
        var offered = posting.occupationCode();
        var wanted = seeker.profile().occupations();
        if (nearest(wanted, offered, OCCUPATION) instanceof String same) {
            return new Reason(Code.OCCUPATION_SAME, rule.sameOccupation, same, offered);
        }
        if (nearest(wanted, offered, SMALL_GROUP) instanceof String near) {
            return new Reason(Code.OCCUPATION_SAME_SMALL_GROUP, rule.sameSmallGroup, near, offered);
        }
        if (nearest(wanted, offered, MEDIUM_GROUP) instanceof String far) {
            return new Reason(Code.OCCUPATION_SAME_MEDIUM_GROUP, rule.sameMediumGroup, far, offered);
        }
        return new Reason(Code.OCCUPATION_OTHER, 0, String.join(",", wanted), offered);
    }

    private Reason wage(Posting posting) {
        var floor = seeker.profile().wageFloorFen();
        var offered = posting.wageFromFen() + "-" + posting.wageToFen();
        return floor <= posting.wageToFen()
                ? new Reason(Code.WAGE_MEETS_FLOOR, rule.wageMeetsFloor, String.valueOf(floor), offered)
                : new Reason(Code.WAGE_BELOW_FLOOR, 0, String.valueOf(floor), offered);
    }

    /** From her village, and from the town she would rather work in if she named one: whichever is nearer. */
    private Reason place(Posting posting) {
        var offered = posting.place();
        var home = seeker.residence();
        if (sameTo(home, offered, VILLAGE)) {
            return new Reason(Code.PLACE_SAME_VILLAGE, rule.sameVillage, home, offered);
        }
        var town = seeker.profile().preferredTown();
        if (town != null && sameTo(town, offered, TOWN)) {
            return new Reason(Code.PLACE_SAME_TOWN, rule.sameTown, town, offered);
        }
        if (sameTo(home, offered, TOWN)) {
            return new Reason(Code.PLACE_SAME_TOWN, rule.sameTown, home, offered);
        }
        return sameTo(home, offered, COUNTY)
                ? new Reason(Code.PLACE_SAME_COUNTY, rule.sameCounty, home, offered)
                : new Reason(Code.PLACE_ELSEWHERE, 0, home, offered);
    }

    private Reason skill(Posting posting) {
        var offered = posting.occupationCode();
        if (nearest(seeker.certified(), offered, OCCUPATION) instanceof String same) {
            return new Reason(Code.SKILL_CERTIFIED, rule.certifiedOccupation, same, offered);
        }
        if (nearest(seeker.certified(), offered, SMALL_GROUP) instanceof String near) {
            return new Reason(Code.SKILL_RELATED, rule.certifiedSmallGroup, near, offered);
        }
        return new Reason(Code.SKILL_NONE, 0, null, offered);
    }

    private Reason shift(Posting posting) {
        var wanted = seeker.profile().shift();
        var offered = posting.shift().name();
        if (wanted == null) {
            return new Reason(Code.SHIFT_FITS, rule.shiftFits, null, offered);
        }
        return posting.shift().goesWith(wanted)
                ? new Reason(Code.SHIFT_FITS, rule.shiftFits, wanted.name(), offered)
                : new Reason(Code.SHIFT_DIFFERS, 0, wanted.name(), offered);
    }

    private Reason lodging(Posting posting) {
        var offered = String.valueOf(posting.lodging());
        var wanted = String.valueOf(seeker.profile().needsLodging());
        return posting.lodging() || !seeker.profile().needsLodging()
                ? new Reason(Code.LODGING_FITS, rule.lodgingFits, wanted, offered)
                : new Reason(Code.LODGING_MISSING, 0, wanted, offered);
    }

    private static @Nullable String nearest(List<String> codes, String offered, int digits) {
        return codes.stream()
                .filter(code -> sameTo(code, offered, digits))
                .findFirst()
                .orElse(null);
    }

    private static boolean sameTo(String left, String right, int characters) {
        return left.length() >= characters
                && right.length() >= characters
                && left.substring(0, characters).equals(right.substring(0, characters));
    }
}
