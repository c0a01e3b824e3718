package org.leye.gateway.link;

/** What a verified proof states: who holds the account. {@link #toString()} shows nothing of it. */
record Proof(String account, String idNumber, String name) {

    @Override
    public String toString() {
        return "Proof[" + account + "]";
    }
}
