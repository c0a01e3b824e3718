-- Reads the whole trail, and stops nobody who writes it.
alter table audit_row validate constraint audit_row_before;
