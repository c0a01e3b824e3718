package org.leye.local.keycloak;

/**
 * One change of an existing realm, for suites that imported an older realm file. The file is changed in the same commit and
 * its attribute leye.realm.version set to this version, so that new realms have the change from the start.
 *
 * @param version counted up by one
 * @param change what is done; must not mind being done twice, for a start may die between the change and its number
 */
record RealmStep(int version, Change change) {

    /** A change, made with an admin's token. */
    @FunctionalInterface
    interface Change {
        void apply(RealmChanges realm);
    }
}
