package org.leye.jobmatch.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import org.leye.contracts.jobmatch.PlacementKind;
import org.leye.jobmatch.person.Shift;

import org.jspecify.annotations.Nullable;

/** A vacancy of an enterprise. Wages are in fen a month. */
@Entity
public class Posting {

    @Id
    private String id;

    @Version
    private long version;

    private String uscc;
    private String title;
    private String requirements;
    private String occupationCode;

    @Enumerated(EnumType.STRING)
    private PlacementKind kind;

    private int openings;
    private long wageFromFen;
    private long wageToFen;
    private String place;

    @Enumerated(EnumType.STRING)
    private Shift shift;

    private boolean lodging;
    private LocalDate expiresOn;

    @Enumerated(EnumType.STRING)
    private PostingStatus status = PostingStatus.DRAFT;

    private @Nullable LocalDate publishedOn;

    @ElementCollection
    @CollectionTable(name = "posting_rejection", joinColumns = @JoinColumn(name = "posting_id"))
    @OrderColumn(name = "position")
    private List<Rejection> rejections = new ArrayList<>();

    @SuppressWarnings("NullAway")
    protected Posting() {}

    Posting(String id, DraftPosting request) {
        this.id = id;
        this.uscc = request.uscc().value();
        this.title = request.title();
        this.requirements = request.requirements();
        this.occupationCode = request.occupationCode();
        this.kind = request.kind();
        this.openings = request.openings();
        this.wageFromFen = request.wageFromFen();
        this.wageToFen = request.wageToFen();
        this.place = request.place().value();
        this.shift = request.shift();
        this.lodging = request.lodging();
        this.expiresOn = request.expiresOn();
    }

    /** Published if the checks found nothing, else rejected with what they found. Throws POSTING_STATE_FORBIDS. */
    void submit(List<Rejection> found, LocalDate today) {
        if (found.isEmpty()) {
            move(PostingStatus.PUBLISHED, today);
            publishedOn = today;
        } else {
            move(PostingStatus.REJECTED, today);
            rejections.addAll(found);
        }
    }

    /** Throws POSTING_STATE_FORBIDS. */
    void close(LocalDate today) {
        move(PostingStatus.CLOSED, today);
    }

    /** As many people as were wanted are confirmed in work; nothing happens to a posting that is no longer open. */
    public void fill(long confirmed) {
        if (status == PostingStatus.PUBLISHED && confirmed >= openings) {
            status = PostingStatus.FILLED;
        }
    }

    /** Throws OPENINGS_TAKEN if so many people hold more openings than there are. */
    public void requireRoomFor(long people) {
        if (people > openings) {
            throw PostingProblem.OPENINGS_TAKEN.because("招聘人数为 %s", "%s openings were offered", openings);
        }
    }

    private void move(PostingStatus next, LocalDate today) {
        var now = status(today);
        if (!now.successors().contains(next)) {
            throw PostingProblem.POSTING_STATE_FORBIDS.because("岗位状态为 %s", "the posting is %s", now);
        }
        status = next;
    }

    /** Whether anybody may read it: only what passed the checks once, whatever became of it. */
    boolean isPublic() {
        return publishedOn != null;
    }

    /** The state on that day. */
    public PostingStatus status(LocalDate today) {
        return status == PostingStatus.PUBLISHED && expiresOn.isBefore(today) ? PostingStatus.EXPIRED : status;
    }

    public String id() {
        return id;
    }

    long version() {
        return version;
    }

    public String uscc() {
        return uscc;
    }

    String title() {
        return title;
    }

    String requirements() {
        return requirements;
    }

    public String occupationCode() {
        return occupationCode;
    }

    public PlacementKind kind() {
        return kind;
    }

    int openings() {
        return openings;
    }

    public long wageFromFen() {
        return wageFromFen;
    }

    public long wageToFen() {
        return wageToFen;
    }

    /** Town or village where the work is. */
    public String place() {
        return place;
    }

    public Shift shift() {
        return shift;
    }

    public boolean lodging() {
        return lodging;
    }

    LocalDate expiresOn() {
        return expiresOn;
    }

    public @Nullable LocalDate publishedOn() {
        return publishedOn;
    }

    List<Rejection> rejections() {
        return List.copyOf(rejections);
    }
}
