package org.leye.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.leye.contracts.Event;
import org.leye.platform.http.command.Commands;
import org.leye.platform.identity.BelongsToNobody;
import org.leye.platform.identity.Scope;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import org.jspecify.annotations.Nullable;

/** The laws, each as a rule that can be checked on any set of classes. */
final class Laws {

    /** What names, reaches or places one human; the person key and facts of law are not among them. */
    private static final Set<String> DIRECT_IDENTIFIERS = Set.of(
            "name",
            "fullname",
            "personname",
            "accountname",
            "idnumber",
            "candidateidnumber",
            "phone",
            "contactphone",
            "mobile",
            "email",
            "address",
            "account",
            "accountnumber",
            "photo",
            "note",
            "remark",
            "text",
            "comment",
            "reasontext");

    /** Instants are for records of when; dates are what rules go by. */
    private static final Set<String> DATES = Set.of(
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.YearMonth",
            "java.time.Year",
            "java.time.ZonedDateTime");

    static final ArchRule CALLERS_REACH_RECORDS_BY_SCOPE = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should(askRepositoriesWithAScope())
            .because("a caller sees what lies in her scope; a query without it shows her everything");

    static final ArchRule TRANSACTIONS_BEGIN_WHERE_THEY_MAY = noClasses()
            .that(mayNotBeginTransactions())
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "begin transactions",
                    type -> type.isAssignableTo(QuarkusTransaction.class)
                            || type.isAssignableTo(Transactional.class)
                            || type.getFullName().equals("jakarta.transaction.UserTransaction")
                            || type.getFullName().equals("jakarta.transaction.TransactionManager")))
            .because("a change, its event, its audit row and its stored answer are one transaction");

    static final ArchRule ENTITIES_STAY_INSIDE = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .or(DescribedPredicate.describe("are records that callers see", Laws::isOnTheWire))
            .should(notShowEntities())
            .because("what is stored may change without the API, and the API without what is stored");

    static final ArchRule ONLY_THE_OUTBOX_PRODUCES = noClasses()
            .that()
            .resideOutsideOfPackages("org.leye.platform.outbox..", "org.leye.testsupport..", "org.leye.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka.clients.producer..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Emitter")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Outgoing")
            .because("an event is sent if and only if its change is committed");

    static final ArchRule CONTRACTS_HOLD_NO_DIRECT_IDENTIFIER = fields().that()
            .areDeclaredInClassesThat(DescribedPredicate.describe(
                    "are events", type -> type.isAssignableTo(Event.class) && !type.isInterface()))
            .should(new ArchCondition<JavaField>("name nobody") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    boolean named = DIRECT_IDENTIFIERS.contains(field.getName().toLowerCase(Locale.ROOT));
                    boolean typed = field.getRawType().getPackageName().startsWith("org.leye.platform");
                    if (named || typed) {
                        events.add(SimpleConditionEvent.violated(field, field.getFullName() + " identifies a person"));
                    }
                }
            })
            .because("events carry the person key and facts of law, nothing else about her");

    static final ArchRule OPERATIONS_NAME_THEIR_ROLES = methods()
            .that(DescribedPredicate.describe("answer requests", Laws::answersRequests))
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class);

    static final ArchRule SERVICES_DO_NOT_KNOW_EACH_OTHER = classes()
            .that()
            .resideInAnyPackage(House.SERVICES.stream()
                    .map(service -> "org.leye." + service + "..")
                    .toArray(String[]::new))
            .should(new ArchCondition<JavaClass>("use their own service, the platform and contracts") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    var own = serviceOf(type);
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> {
                                var target = serviceOf(dependency.getTargetClass());
                                return target != null && !target.equals(own);
                            })
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                }
            });

    static final ArchRule THE_PLATFORM_KNOWS_NO_SERVICE = noClasses()
            .that()
            .resideInAnyPackage("org.leye.platform..", "org.leye.contracts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.leye.subsidy..",
                    "org.leye.jobmatch..",
                    "org.leye.broker..",
                    "org.leye.training..",
                    "org.leye.gateway..");

    static final ArchRule LAUNCHERS_NEED_NO_QUARKUS = noClasses()
            .that()
            .resideInAPackage("org.leye.local..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.quarkus..");

    static final ArchRule RULES_GO_BY_BUSINESS_TIME = noClasses()
            .that()
            .resideInAnyPackage("org.leye.subsidy..", "org.leye.jobmatch..", "org.leye.broker..", "org.leye.training..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "reads the machine's date",
                    (JavaCall<?> call) -> DATES.contains(call.getTargetOwner().getName())
                            && call.getName().equals("now")))
            .because("the law counts business days; the machine's clock is for tokens, leases and the audit's instant");

    static final ArchRule MONEY_IS_COUNTED_IN_WHOLE_FEN = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("org.leye.subsidy..", "org.leye.contracts..")
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class)
            .orShould()
            .haveRawType(Float.class);

    static final ArchRule SQL_OF_SERVICES_IS_HIBERNATES = noClasses()
            .that()
            .resideInAnyPackage("org.leye.subsidy..", "org.leye.jobmatch..", "org.leye.broker..", "org.leye.training..")
            .and(not(belongTo(simpleName("InsuredMonthTable"))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..")
            .because("domain records go through Hibernate; the largest import and platform modules alone speak JDBC");

    private static final List<Class<? extends Annotation>> HTTP =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    private Laws() {}

    private static ArchCondition<JavaClass> askRepositoriesWithAScope() {
        return new ArchCondition<>("ask repositories with a Scope, or for what belongs to a record reached by one") {
            @Override
            public void check(JavaClass resource, ConditionEvents events) {
                resource.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isAssignableTo(PanacheRepositoryBase.class))
                        .filter(call -> !call.getTargetOwner().isAnnotatedWith(BelongsToNobody.class))
                        .filter(call -> !call.getOrigin().isAnnotatedWith(PermitAll.class))
                        .filter(call ->
                                call.getTarget().getRawParameterTypes().stream().noneMatch(Laws::provesTheRight))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(resource, call.getDescription())));
            }
        };
    }

    /** A scope, or a record that was reached by one. */
    private static boolean provesTheRight(JavaClass parameter) {
        return parameter.isEquivalentTo(Scope.class) || parameter.isAnnotatedWith(Entity.class);
    }

    private static DescribedPredicate<JavaClass> mayNotBeginTransactions() {
        return DescribedPredicate.describe("are neither commands, inbox, jobs nor what is done at the start", type -> {
            var place = type.getPackageName();
            return !type.isAssignableTo(Commands.class)
                    && !outermost(type).isAssignableTo(Commands.class)
                    && !place.startsWith("org.leye.platform.outbox")
                    && !place.startsWith("org.leye.platform.http.imports")
                    && !place.startsWith("org.leye.testsupport")
                    && outermost(type).getMethods().stream()
                            .noneMatch(method -> method.isAnnotatedWith(Scheduled.class) || isDoneAtTheStart(method));
        });
    }

    private static boolean isDoneAtTheStart(JavaMethod method) {
        return method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(StartupEvent.class));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Laws::outermost).orElse(type);
    }

    private static boolean isOnTheWire(JavaClass type) {
        return type.isRecord() && type.getSimpleName().endsWith("View");
    }

    private static ArchCondition<JavaClass> notShowEntities() {
        return new ArchCondition<>("not show entities") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                        .filter(method ->
                                isOnTheWire(type) && !method.getModifiers().contains(JavaModifier.STATIC)
                                        || answersRequests(method))
                        .forEach(method -> method.getReturnType().getAllInvolvedRawTypes().stream()
                                .filter(shown -> shown.isAnnotatedWith(Entity.class))
                                .forEach(shown -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " shows " + shown.getSimpleName()))));
            }
        };
    }

    private static boolean answersRequests(JavaMethod method) {
        return HTTP.stream().anyMatch(method::isAnnotatedWith);
    }

    private static @Nullable String serviceOf(JavaClass type) {
        return House.SERVICES.stream()
                .filter(service -> type.getPackageName().startsWith("org.leye." + service))
                .findFirst()
                .orElse(null);
    }
}
