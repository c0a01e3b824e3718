package org.leye.platform.http.paging;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jspecify.annotations.Nullable;

/** Answers lists page by page. The order is that of a unique text key, usually the record's id. */
@ApplicationScoped
public class Pages {

    /** Reads at most {@code limit} records behind the position ({@code ""} = from the start), in the order of the position. */
    public interface Source<T> {
        List<T> read(String after, int limit);
    }

    private final Cursors cursors;
    private final UriInfo uri;

    Pages(Cursors cursors, UriInfo uri) {
        this.cursors = cursors;
        this.uri = uri;
    }

    /** 200 with a {@link Page}, and a {@code Link: rel="next"} header while there is more. */
    public <T, V> Response answer(
            PageRequest request, Source<T> source, Function<T, String> position, Function<T, V> view) {
        return answerTogether(
                request, source, position, shown -> shown.stream().map(view).toList());
    }

    /** The same for views that are made of a whole page at once, such as those that need something of every record. */
    public <T, V> Response answerTogether(
            PageRequest request, Source<T> source, Function<T, String> position, Function<List<T>, List<V>> views) {
        var after = request.after == null ? "" : cursors.decode(list(), request.after);
        // One more than asked for tells whether there is a next page.
        var found = source.read(after, request.limit + 1);
        var shown = found.subList(0, Math.min(request.limit, found.size()));
        var next = found.size() > request.limit ? cursors.encode(list(), position.apply(shown.getLast())) : null;
        var answer = Response.ok(new Page<>(views.apply(shown), next));
        return next == null ? answer.build() : answer.header("Link", link(next)).build();
    }

    private String list() {
        return uri.getPath();
    }

    private String link(@Nullable String next) {
        var target = uri.getRequestUriBuilder().replaceQueryParam("after", next).build();
        return "<" + target.getRawPath() + "?" + target.getRawQuery() + ">; rel=\"next\"";
    }
}
