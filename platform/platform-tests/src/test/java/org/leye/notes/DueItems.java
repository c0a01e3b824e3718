package org.leye.notes;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import org.leye.platform.http.time.BusinessClock;
import org.leye.platform.http.time.DailyWork;
import org.leye.platform.http.time.WorkingCalendar;

import org.jspecify.annotations.Nullable;

/** Two kinds of daily work on one table; an item may bring trouble with it. */
class DueItems {

    /** Items whose connection was cut once. */
    private final Set<String> cut = ConcurrentHashMap.newKeySet();

    private final EntityManager entities;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    DueItems(EntityManager entities, BusinessClock clock, WorkingCalendar calendar) {
        this.entities = entities;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Produces
    @Singleton
    DailyWork letters() {
        return new Work("letters");
    }

    @Produces
    @Singleton
    DailyWork visits() {
        return new Work("visits");
    }

    private final class Work implements DailyWork {

        private final String name;

        Work(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<String> due(LocalDate day, int limit) {
            List<?> ids = entities.createNativeQuery("""
                            select id from due_item where work = :work and due_on <= :day
                             and id not in (select id from due_item_done) order by due_on, id""")
                    .setParameter("work", name)
                    .setParameter("day", day)
                    .setMaxResults(limit)
                    .getResultList();
            return ids.stream().map(Object::toString).toList();
        }

        @Override
        public void workOff(String item, LocalDate day) {
            entities.createNativeQuery("insert into due_item_done (id, seen) values (:id, :seen)")
                    .setParameter("id", item)
                    .setParameter("seen", clock.today())
                    .executeUpdate();
            bringTrouble(item);
        }
    }

    private void bringTrouble(String item) {
        switch (troubleOf(item)) {
            case "FAILS" -> throw new IllegalStateException("this item fails");
            case "BEYOND_CALENDAR" -> calendar.after(LocalDate.of(2031, 1, 1), 3);
            case "CUTS_CONNECTION" -> {
                if (cut.add(item)) {
                    entities.createNativeQuery("select pg_terminate_backend(pg_backend_pid())")
                            .getResultList();
                }
            }
            case null, default -> {
                // nothing
            }
        }
    }

    private @Nullable String troubleOf(String item) {
        return (String) entities.createNativeQuery("select trouble from due_item where id = :id", String.class)
                .setParameter("id", item)
                .getSingleResult();
    }
}
