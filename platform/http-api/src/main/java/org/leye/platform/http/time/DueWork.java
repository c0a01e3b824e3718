package org.leye.platform.http.time;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.leye.platform.http.DatabaseTrouble;
import org.leye.platform.http.time.DueWorkTable.Aside;
import org.leye.platform.problem.ProblemException;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does all {@link DailyWork} of the service, a page of items a transaction. The one row that says how far it has come is locked by
 * each of these transactions, so replicas take turns, a day is left only when nothing of it is left, and a process that dies leaves
 * no more undone than its page.
 */
@ApplicationScoped
public class DueWork {

    private static final Logger LOG = Logger.getLogger(DueWork.class);
    private static final int PAGE = 50;
    /** So many days without work are passed over in one transaction. */
    private static final int EMPTY_DAYS = 366;

    /** Items of one work, and the day they must see. */
    private record Page(DailyWork work, LocalDate day, List<String> items) {

        void workOff() {
            items.forEach(item -> work.workOff(item, day));
        }
    }

    private final DueWorkTable table;
    private final BusinessClock clock;
    private final List<DailyWork> works;
    private volatile boolean begun;
    private volatile boolean stopping;

    DueWork(DueWorkTable table, BusinessClock clock, @All List<DailyWork> works) {
        this.table = table;
        this.clock = clock;
        this.works = works;
    }

    /** Does what is due by now; safe to repeat, in any number of replicas at once. */
    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void workOff() {
        if (stopping) {
            return;
        }
        try {
            begin();
            tryAgain();
            var page = new AtomicReference<@Nullable Page>();
            boolean more = true;
            while (more && !stopping) {
                more = workOffNextPage(page);
            }
        } catch (RuntimeException e) {
            if (!DatabaseTrouble.isPassing(e)) {
                throw e;
            }
            LOG.warnf("Database trouble, due work goes on later: %s", e);
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
    }

    private void begin() {
        if (!begun) {
            QuarkusTransaction.requiringNew()
                    .run(() -> table.begin(clock.today().minusDays(1)));
            begun = true;
        }
    }

    /** Tells whether there may be more. */
    private boolean workOffNextPage(AtomicReference<@Nullable Page> latest) {
        var before = latest.getAndSet(null);
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var through = table.takeTurn();
                return through.isPresent() && workOffFrom(through.get(), before, latest);
            });
        } catch (RuntimeException e) {
            var page = latest.get();
            if (page == null || DatabaseTrouble.isPassing(e)) {
                throw e;
            }
            LOG.warnf(
                    "A page of %s failed and is done item by item: %s",
                    page.work().name(), e);
            return workOffOneByOne(page);
        }
    }

    /** Moves on to the first day with something due, and does a page of that. */
    private boolean workOffFrom(LocalDate through, @Nullable Page before, AtomicReference<@Nullable Page> latest) {
        var today = clock.today();
        // The last day once more: something may have fallen due on it between the last look and the move of the clock.
        var day = through;
        var far = day.plusDays(EMPTY_DAYS);
        var page = pageOf(day);
        while (page == null && day.isBefore(today) && day.isBefore(far)) {
            day = day.plusDays(1);
            page = pageOf(day);
        }
        if (page == null) {
            table.workedThrough(day);
            return day.isBefore(today);
        }
        table.workedThrough(day.minusDays(1));
        latest.set(page);
        if (page.equals(before)) {
            // Else it would be done again and again, and no other day would ever come.
            page.items().forEach(item -> putAside(before, item));
        } else {
            page.workOff();
        }
        return true;
    }

    private @Nullable Page pageOf(LocalDate day) {
        clock.see(day);
        for (var work : works) {
            var aside = table.aside(work.name());
            var items = due(work, day, PAGE + aside.size()).stream()
                    .filter(item -> !aside.contains(item))
                    .limit(PAGE)
                    .toList();
            if (!items.isEmpty()) {
                return new Page(work, day, items);
            }
        }
        return null;
    }

    /** A work that cannot tell, such as beyond the working calendar, has nothing due; it must not hold up the others. */
    private static List<String> due(DailyWork work, LocalDate day, int limit) {
        try {
            return work.due(day, limit);
        } catch (ProblemException cannotTell) {
            LOG.errorf("%s cannot tell what is due on %s: %s", work.name(), day, cannotTell);
            return List.of();
        }
    }

    private boolean workOffOneByOne(Page page) {
        for (var item : page.items()) {
            try {
                if (!QuarkusTransaction.requiringNew().call(() -> workOff(page, item))) {
                    return false;
                }
            } catch (RuntimeException e) {
                requirePermanent(e);
                LOG.errorf(e, "%s failed for %s as of %s", page.work().name(), item, page.day());
                QuarkusTransaction.requiringNew().run(() -> putAside(page, item));
            }
        }
        return true;
    }

    /** Tells whether it was this replica's turn, and still the turn of that day. */
    private boolean workOff(Page page, String item) {
        var through = table.takeTurn();
        if (through.isEmpty()
                || !through.get().isBefore(page.day()) && page.day().isBefore(clock.today())) {
            return false;
        }
        clock.see(page.day());
        page.work().workOff(item, page.day());
        return true;
    }

    private void putAside(Page page, String item) {
        table.putAside(new Aside(page.work().name(), item, page.day()));
    }

    private void tryAgain() {
        for (var aside : QuarkusTransaction.requiringNew().call(table::asideAndDue)) {
            works.stream().filter(work -> work.name().equals(aside.work())).forEach(work -> tryAgain(work, aside));
        }
    }

    private void tryAgain(DailyWork work, Aside aside) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (table.takeBack(aside)) {
                    clock.see(aside.day());
                    work.workOff(aside.item(), aside.day());
                }
            });
        } catch (RuntimeException e) {
            requirePermanent(e);
            LOG.errorf(e, "%s failed again for %s as of %s", aside.work(), aside.item(), aside.day());
            QuarkusTransaction.requiringNew().run(() -> table.putAside(aside));
        }
    }

    private static void requirePermanent(RuntimeException failure) {
        if (DatabaseTrouble.isPassing(failure)) {
            throw failure;
        }
    }
}
