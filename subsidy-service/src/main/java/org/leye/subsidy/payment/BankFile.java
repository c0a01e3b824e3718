package org.leye.subsidy.payment;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.subsidy.payee.Payees;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A batch as the bank reads it: ISO 20022 customer credit transfer initiation, pain.001.001.09. The same batch gives the same
 * bytes each time; the bank knows the file by the batch's id. The only place where names and accounts leave the service.
 */
@ApplicationScoped
class BankFile {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private final Payees payees;
    private final String debtorName;
    private final String debtorAccount;

    BankFile(
            Payees payees,
            @ConfigProperty(name = "leye.subsidy.debtor.name") String debtorName,
            @ConfigProperty(name = "leye.subsidy.debtor.account") String debtorAccount) {
        this.payees = payees;
        this.debtorName = debtorName;
        this.debtorAccount = debtorAccount;
    }

    String write(PaymentBatch batch, List<Payment> payments) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("Document");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeStartElement("CstmrCdtTrfInitn");
            header(xml, batch);
            instruction(xml, batch, payments);
            xml.writeEndDocument();
            xml.flush();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a bank file could not be written", e);
        }
    }

    private void header(XMLStreamWriter xml, PaymentBatch batch) throws XMLStreamException {
        xml.writeStartElement("GrpHdr");
        element(xml, "MsgId", batch.id());
        element(xml, "CreDtTm", batch.openedOn() + "T00:00:00");
        totals(xml, batch);
        nested(xml, debtorName, "InitgPty", "Nm");
        xml.writeEndElement();
    }

    private void instruction(XMLStreamWriter xml, PaymentBatch batch, List<Payment> payments)
            throws XMLStreamException {
        xml.writeStartElement("PmtInf");
        element(xml, "PmtInfId", batch.id());
        element(xml, "PmtMtd", "TRF");
        totals(xml, batch);
        nested(xml, batch.openedOn().toString(), "ReqdExctnDt", "Dt");
        nested(xml, debtorName, "Dbtr", "Nm");
        nested(xml, debtorAccount, "DbtrAcct", "Id", "Othr", "Id");
        nested(xml, "NOTPROVIDED", "DbtrAgt", "FinInstnId", "Othr", "Id");
        for (var payment : payments) {
            transfer(xml, payment);
        }
        xml.writeEndElement();
    }

    private void transfer(XMLStreamWriter xml, Payment payment) throws XMLStreamException {
        var account = payees.unseal(payment.payeeId());
        xml.writeStartElement("CdtTrfTxInf");
        nested(xml, payment.id(), "PmtId", "EndToEndId");
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", "CNY");
        xml.writeCharacters(yuan(payment.amountFen()));
        xml.writeEndElement();
        xml.writeEndElement();
        nested(xml, account.bankName(), "CdtrAgt", "FinInstnId", "Nm");
        nested(xml, account.accountName(), "Cdtr", "Nm");
        nested(xml, account.account(), "CdtrAcct", "Id", "Othr", "Id");
        nested(xml, payment.caseId(), "RmtInf", "Ustrd");
        xml.writeEndElement();
    }

    private static void totals(XMLStreamWriter xml, PaymentBatch batch) throws XMLStreamException {
        element(xml, "NbOfTxs", String.valueOf(batch.paymentCount()));
        element(xml, "CtrlSum", yuan(batch.controlSumFen()));
    }

    private static void nested(XMLStreamWriter xml, String value, String... names) throws XMLStreamException {
        for (int i = 0; i < names.length - 1; i++) {
            xml.writeStartElement(names[i]);
        }
        element(xml, names[names.length - 1], value);
        for (int i = 0; i < names.length - 1; i++) {
            xml.writeEndElement();
        }
    }

    private static void element(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
