<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AcceptRestoredDialog</name>
    <message numerus="yes">
        <source>%n entries are given up.</source>
        <translation>
            <numerusform>%n entry is given up.</numerusform>
            <numerusform>%n entries are given up.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdsDialog</name>
    <message numerus="yes">
        <source>{done} of %n advertisement(s) compared; this vault is only read.</source>
        <translation>
            <numerusform>{done} of %n advertisement compared; this vault is only read.</numerusform>
            <numerusform>{done} of %n advertisements compared; this vault is only read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are not compared yet.</source>
        <translation>
            <numerusform>%n picture is not compared yet.</numerusform>
            <numerusform>%n pictures are not compared yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) cannot be compared: they are not read, or show too little.</source>
        <translation>
            <numerusform>%n picture cannot be compared: it is not read, or shows too little.</numerusform>
            <numerusform>%n pictures cannot be compared: they are not read, or show too little.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnchorsCard</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were given up; their last short code was {code}.</source>
        <translation>
            <numerusform>%n entry was given up; its short code was {code}.</numerusform>
            <numerusform>%n entries were given up; their last short code was {code}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssessmentDialog</name>
    <message numerus="yes">
        <source>%n version(s) of it are sealed.</source>
        <translation>
            <numerusform>%n version of it is sealed.</numerusform>
            <numerusform>%n versions of it are sealed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssignmentsDialog</name>
    <message numerus="yes">
        <source>Merged: %n entry(s), in the interpreter&apos;s name and under their signature.</source>
        <translation>
            <numerusform>Merged: %n entry, in the interpreter&apos;s name and under their signature.</numerusform>
            <numerusform>Merged: %n entries, in the interpreter&apos;s name and under their signature.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) changed since and wait to be rendered again.</source>
        <translation>
            <numerusform>%n turn changed since and waits to be rendered again.</numerusform>
            <numerusform>%n turns changed since and wait to be rendered again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) were struck out since.</source>
        <translation>
            <numerusform>%n turn was struck out since.</numerusform>
            <numerusform>%n turns were struck out since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) wait for an answer.</source>
        <translation>
            <numerusform>%n question waits for an answer.</numerusform>
            <numerusform>%n questions wait for an answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) of the linguist are sealed for the magistrates, who read them here.</source>
        <translation>
            <numerusform>%n word of the linguist is sealed for the magistrates, who read it here.</numerusform>
            <numerusform>%n words of the linguist are sealed for the magistrates, who read them here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) of the linguist are sealed: tell a magistrate, who alone reads them.</source>
        <translation>
            <numerusform>%n word of the linguist is sealed: tell a magistrate, who alone reads it.</numerusform>
            <numerusform>%n words of the linguist are sealed: tell a magistrate, who alone reads them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupPart</name>
    <message numerus="yes">
        <source>%n stored file(s) read.</source>
        <translation>
            <numerusform>%n stored file read.</numerusform>
            <numerusform>%n stored files read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BankWordsDialog</name>
    <message numerus="yes">
        <source>{words}: %n transaction(s)</source>
        <translation>
            <numerusform>{words}: %n transaction</numerusform>
            <numerusform>{words}: %n transactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transaction(s) will be corrected.</source>
        <translation>
            <numerusform>%n transaction will be corrected.</numerusform>
            <numerusform>%n transactions will be corrected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BankWordsOffer</name>
    <message numerus="yes">
        <source>%n transaction(s) were corrected.</source>
        <translation>
            <numerusform>%n transaction was corrected.</numerusform>
            <numerusform>%n transactions were corrected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckedByDialog</name>
    <message numerus="yes">
        <source>%n rendition(s) get the state &quot;checked by its author&quot;.</source>
        <translation>
            <numerusform>%n rendition gets the state &quot;checked by its author&quot;.</numerusform>
            <numerusform>%n renditions get the state &quot;checked by its author&quot;.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChronologyDialog</name>
    <message numerus="yes">
        <source>{lane}: %n point(s), counted alone</source>
        <translation>
            <numerusform>{lane}: %n point, counted alone</numerusform>
            <numerusform>{lane}: %n points, counted alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a known date</source>
        <translation>
            <numerusform>%n without a known date</numerusform>
            <numerusform>%n without a known date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosedDialog</name>
    <message numerus="yes">
        <source>Encrypted for %n recipient(s)</source>
        <translation>
            <numerusform>Encrypted for %n recipient</numerusform>
            <numerusform>Encrypted for %n recipients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsultationsPart</name>
    <message numerus="yes">
        <source>{shown} of %n entry(s)</source>
        <translation>
            <numerusform>{shown} of %n entry</numerusform>
            <numerusform>{shown} of %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustodyView</name>
    <message numerus="yes">
        <source>%n event(s) recorded in this case</source>
        <translation>
            <numerusform>%n event recorded in this case</numerusform>
            <numerusform>%n events recorded in this case</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n event(s) recorded in this case</source>
        <translation>
            <numerusform>{shown} of %n event recorded in this case</numerusform>
            <numerusform>{shown} of %n events recorded in this case</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n exhibit(s) were read.</source>
        <translation>
            <numerusform>Stopped. %n exhibit was read.</numerusform>
            <numerusform>Stopped. %n exhibits were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) were read, and all agree.</source>
        <translation>
            <numerusform>%n exhibit was read, and it agrees.</numerusform>
            <numerusform>%n exhibits were read, and all agree.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExhibitCard</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withdrawn</source>
        <translation>
            <numerusform>%n withdrawn</numerusform>
            <numerusform>%n withdrawn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExhibitsView</name>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n exhibit</numerusform>
            <numerusform>%n exhibits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportView</name>
    <message numerus="yes">
        <source>%n page(s) prepared. Look through them before you sign.</source>
        <translation>
            <numerusform>%n page prepared. Look through it before you sign.</numerusform>
            <numerusform>%n pages prepared. Look through them before you sign.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) prepared, to look through. A judge or prosecutor must prepare the same choice in their own session to sign and release it.</source>
        <translation>
            <numerusform>%n page prepared, to look through. A judge or prosecutor must prepare the same choice in their own session to sign and release it.</numerusform>
            <numerusform>%n pages prepared, to look through. A judge or prosecutor must prepare the same choice in their own session to sign and release it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileCards</name>
    <message numerus="yes">
        <source>%n file(s) with this in the name</source>
        <translation>
            <numerusform>%n file with this in the name</numerusform>
            <numerusform>%n files with this in the name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier file(s)</source>
        <translation>
            <numerusform>Show %n earlier file</numerusform>
            <numerusform>Show %n earlier files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more file(s)</source>
        <translation>
            <numerusform>Show %n more file</numerusform>
            <numerusform>Show %n more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileWork</name>
    <message numerus="yes">
        <source>%n file(s) added, encrypted and recorded.</source>
        <translation>
            <numerusform>%n file added, encrypted and recorded.</numerusform>
            <numerusform>%n files added, encrypted and recorded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>replaced in %n turn(s)</source>
        <translation>
            <numerusform>replaced in %n turn</numerusform>
            <numerusform>replaced in %n turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message numerus="yes">
        <source>%n concept(s) are new.</source>
        <translation>
            <numerusform>%n concept is new.</numerusform>
            <numerusform>%n concepts are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s) added.</source>
        <translation>
            <numerusform>%n concept added.</numerusform>
            <numerusform>%n concepts added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message numerus="yes">
        <source>%n stored file(s) read.</source>
        <translation>
            <numerusform>%n stored file read.</numerusform>
            <numerusform>%n stored files read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobView</name>
    <message numerus="yes">
        <source>&amp;Sign, %n ready…</source>
        <translation>
            <numerusform>&amp;Sign, %n ready…</numerusform>
            <numerusform>&amp;Sign, %n ready…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message numerus="yes">
        <source>%n untouched</source>
        <translation>
            <numerusform>%n untouched</numerusform>
            <numerusform>%n untouched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) open</source>
        <translation>
            <numerusform>%n question open</numerusform>
            <numerusform>%n questions open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysPart</name>
    <message numerus="yes">
        <source>%n pass(es)</source>
        <translation>
            <numerusform>%n pass</numerusform>
            <numerusform>%n passes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message numerus="yes">
        <source>The %n listed exhibit(s)</source>
        <translation>
            <numerusform>The %n listed exhibit</numerusform>
            <numerusform>The %n listed exhibits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftDialog</name>
    <message numerus="yes">
        <source>%n thing(s) not taken</source>
        <translation>
            <numerusform>%n thing was not taken</numerusform>
            <numerusform>%n things were not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were taken. The event chain keeps this list.</source>
        <translation>
            <numerusform>%n file was taken. The event chain keeps this list.</numerusform>
            <numerusform>%n files were taken. The event chain keeps this list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinksDialog</name>
    <message numerus="yes">
        <source>%n more object(s): choose one in the list of objects, then Links</source>
        <translation>
            <numerusform>%n more object: choose it in the list of objects, then Links</numerusform>
            <numerusform>%n more objects: choose one in the list of objects, then Links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more link(s) are not read. Begin with a neighbour.</source>
        <translation>
            <numerusform>%n more link is not read. Begin with a neighbour.</numerusform>
            <numerusform>%n more links are not read. Begin with a neighbour.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more number(s) or name(s) that are written there were not looked for elsewhere. Begin with one of them.</source>
        <translation>
            <numerusform>%n more number or name that is written there was not looked for elsewhere. Begin with it.</numerusform>
            <numerusform>%n more numbers or names that are written there were not looked for elsewhere. Begin with one of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MachineReadingDialog</name>
    <message numerus="yes">
        <source>%n page(s) read by {program} in: {languages}.</source>
        <translation>
            <numerusform>%n page read by {program} in: {languages}.</numerusform>
            <numerusform>%n pages read by {program} in: {languages}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MasksDialog</name>
    <message numerus="yes">
        <source>%n place(s) masked.</source>
        <translation>
            <numerusform>%n place masked.</numerusform>
            <numerusform>%n places masked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoneyFlowDialog</name>
    <message numerus="yes">
        <source>Left out, because no exact day is known: %n entry(s) of the case.</source>
        <translation>
            <numerusform>Left out, because no exact day is known: %n entry of the case.</numerusform>
            <numerusform>Left out, because no exact day is known: %n entries of the case.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Noting</name>
    <message numerus="yes">
        <source>The words of %n note(s) do not stand in the new wording. Place them again, beside the turn.</source>
        <translation>
            <numerusform>The words of %n note do not stand in the new wording. Place it again, beside the turn.</numerusform>
            <numerusform>The words of %n notes do not stand in the new wording. Place them again, beside the turn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackageDialog</name>
    <message numerus="yes">
        <source>{exhibit} (%n file(s))</source>
        <translation>
            <numerusform>{exhibit} (%n file)</numerusform>
            <numerusform>{exhibit} (%n files)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Package {number} was begun at this place and not finished. %n volume(s) are whole.</source>
        <translation>
            <numerusform>Package {number} was begun at this place and not finished. %n volume is whole.</numerusform>
            <numerusform>Package {number} was begun at this place and not finished. %n volumes are whole.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackagesDialog</name>
    <message numerus="yes">
        <source>%n exhibit(s) accepted</source>
        <translation>
            <numerusform>%n exhibit accepted</numerusform>
            <numerusform>%n exhibits accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n imported</numerusform>
            <numerusform>%n imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them refused before</source>
        <translation>
            <numerusform>%n of them refused before</numerusform>
            <numerusform>%n of them refused before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PacksPart</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more with reasons</source>
        <translation>
            <numerusform>%n more with reasons</numerusform>
            <numerusform>%n more with reasons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PayDialog</name>
    <message numerus="yes">
        <source>What is short is not known of %n row(s).</source>
        <translation>
            <numerusform>What is short is not known of %n row.</numerusform>
            <numerusform>What is short is not known of %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message numerus="yes">
        <source>%n typed, not written</source>
        <translation>
            <numerusform>%n typed, not written</numerusform>
            <numerusform>%n typed, not written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n untouched</source>
        <translation>
            <numerusform>%n untouched</numerusform>
            <numerusform>%n untouched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadAdsDialog</name>
    <message numerus="yes">
        <source>%n advertisement(s).</source>
        <translation>
            <numerusform>%n advertisement.</numerusform>
            <numerusform>%n advertisements.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n row(s) these columns have nothing:</source>
        <translation>
            <numerusform>In %n row these columns have nothing:</numerusform>
            <numerusform>In %n rows these columns have nothing:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n advertisement(s) were entered.</source>
        <translation>
            <numerusform>%n advertisement was entered.</numerusform>
            <numerusform>%n advertisements were entered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordEventDialog</name>
    <message numerus="yes">
        <source>The event is recorded for %n exhibit(s).</source>
        <translation>
            <numerusform>The event is recorded for %n exhibit.</numerusform>
            <numerusform>The event is recorded for %n exhibits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message numerus="yes">
        <source>%n turn(s) hold text that was typed but not saved.</source>
        <translation>
            <numerusform>%n turn holds text that was typed but not saved.</numerusform>
            <numerusform>%n turns hold text that was typed but not saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rendition(s) have no author. {key} names who rendered them.</source>
        <translation>
            <numerusform>%n rendition has no author. {key} names who rendered it.</numerusform>
            <numerusform>%n renditions have no author. {key} names who rendered them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) are not saved yet. Save or discard them first.</source>
        <translation>
            <numerusform>%n turn is not saved yet. Save or discard it first.</numerusform>
            <numerusform>%n turns are not saved yet. Save or discard them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rendition(s) are drafts. If their author checked them, {key} says so.</source>
        <translation>
            <numerusform>%n rendition is a draft. If its author checked it, {key} says so.</numerusform>
            <numerusform>%n renditions are drafts. If their author checked them, {key} says so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RehashDialog</name>
    <message numerus="yes">
        <source>Files are due after %n month(s).</source>
        <translation>
            <numerusform>Files are due after %n month.</numerusform>
            <numerusform>Files are due after %n months.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s), {size}</source>
        <translation>
            <numerusform>%n exhibit, {size}</numerusform>
            <numerusform>%n exhibits, {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReleaseDialog</name>
    <message numerus="yes">
        <source>{exhibit} (%n file(s))</source>
        <translation>
            <numerusform>{exhibit} (%n file)</numerusform>
            <numerusform>{exhibit} (%n files)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenderedByDialog</name>
    <message numerus="yes">
        <source>%n rendition(s) get this author.</source>
        <translation>
            <numerusform>%n rendition gets this author.</numerusform>
            <numerusform>%n renditions get this author.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoredCard</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message numerus="yes">
        <source>and %n more turn(s)</source>
        <translation>
            <numerusform>and %n more turn</numerusform>
            <numerusform>and %n more turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n file(s)</source>
        <translation>
            <numerusform>in %n file</numerusform>
            <numerusform>in %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n person(s)</source>
        <translation>
            <numerusform>of %n person</numerusform>
            <numerusform>of %n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n exhibit(s)</source>
        <translation>
            <numerusform>of %n exhibit</numerusform>
            <numerusform>of %n exhibits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n record(s)</source>
        <translation>
            <numerusform>in %n record</numerusform>
            <numerusform>in %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetFile</name>
    <message numerus="yes">
        <source>%n page(s) written: {file}</source>
        <translation>
            <numerusform>%n page written: {file}</numerusform>
            <numerusform>%n pages written: {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShownAssessmentDialog</name>
    <message numerus="yes">
        <source>%n version(s) after it, which nobody can read: check the vault.</source>
        <translation>
            <numerusform>%n version after it, which nobody can read: check the vault.</numerusform>
            <numerusform>%n versions after it, which nobody can read: check the vault.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message numerus="yes">
        <source>One reason for the %n ticked warning(s): {rules}</source>
        <translation>
            <numerusform>One reason for the %n ticked warning: {rules}</numerusform>
            <numerusform>One reason for the %n ticked warnings: {rules}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcesDialog</name>
    <message numerus="yes">
        <source>%n more not judged</source>
        <translation>
            <numerusform>%n more not judged</numerusform>
            <numerusform>%n more not judged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeakersForm</name>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeInDialog</name>
    <message numerus="yes">
        <source>Refused for %n reason(s). Nothing is imported.</source>
        <translation>
            <numerusform>Refused for %n reason. Nothing is imported.</numerusform>
            <numerusform>Refused for %n reasons. Nothing is imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) with new words.</source>
        <translation>
            <numerusform>%n turn with new words.</numerusform>
            <numerusform>%n turns with new words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) in the file.</source>
        <translation>
            <numerusform>%n turn in the file.</numerusform>
            <numerusform>%n turns in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) written, unsigned until the linguist signs.</source>
        <translation>
            <numerusform>%n version written, unsigned until the linguist signs.</numerusform>
            <numerusform>%n versions written, unsigned until the linguist signs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) have notes that you enter by hand.</source>
        <translation>
            <numerusform>%n turn has notes that you enter by hand.</numerusform>
            <numerusform>%n turns have notes that you enter by hand.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeOverDialog</name>
    <message numerus="yes">
        <source>Account in the file: {account}. %n row(s).</source>
        <translation>
            <numerusform>Account in the file: {account}. %n row.</numerusform>
            <numerusform>Account in the file: {account}. %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read, and are named with it.</source>
        <translation>
            <numerusform>%n row could not be read, and is named with it.</numerusform>
            <numerusform>%n rows could not be read, and are named with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakingOverView</name>
    <message numerus="yes">
        <source>The file (SHA-256 {digest}, %n page(s)) prevails over this text, which serves search, translation and anchors. It is never signed as the statement.</source>
        <translation>
            <numerusform>The file (SHA-256 {digest}, %n page) prevails over this text, which serves search, translation and anchors. It is never signed as the statement.</numerusform>
            <numerusform>The file (SHA-256 {digest}, %n pages) prevails over this text, which serves search, translation and anchors. It is never signed as the statement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Page of the file, %n line(s)</source>
        <translation>
            <numerusform>Page of the file, %n line</numerusform>
            <numerusform>Page of the file, %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) taken over</source>
        <translation>
            <numerusform>%n turn taken over</numerusform>
            <numerusform>%n turns taken over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakingTranscript</name>
    <message numerus="yes">
        <source>%n turn(s) were added from the transcript. Read them.</source>
        <translation>
            <numerusform>%n turn was added from the transcript. Read it.</numerusform>
            <numerusform>%n turns were added from the transcript. Read them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptDialog</name>
    <message numerus="yes">
        <source>%n turn(s), {encoding}.</source>
        <translation>
            <numerusform>%n turn, {encoding}.</numerusform>
            <numerusform>%n turns, {encoding}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) to look at.</source>
        <translation>
            <numerusform>%n line to look at.</numerusform>
            <numerusform>%n lines to look at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnreadFiles</name>
    <message numerus="yes">
        <source>More than %n files of this case were not read: their words are not searched.</source>
        <translation>
            <numerusform>More than %n file of this case was not read: its words are not searched.</numerusform>
            <numerusform>More than %n files of this case were not read: their words are not searched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files of this case were not read: their words are not searched.</source>
        <translation>
            <numerusform>%n file of this case was not read: its words are not searched.</numerusform>
            <numerusform>%n files of this case were not read: their words are not searched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were read.</source>
        <translation>
            <numerusform>%n file was read.</numerusform>
            <numerusform>%n files were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were read in part: the rest is pictures, sound, or locked.</source>
        <translation>
            <numerusform>%n was read in part: the rest is pictures, sound, or locked.</numerusform>
            <numerusform>%n were read in part: the rest is pictures, sound, or locked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read.</source>
        <translation>
            <numerusform>%n could not be read.</numerusform>
            <numerusform>%n could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingLine</name>
    <message numerus="yes">
        <source>Work that %n linguist(s) handed back is not merged.</source>
        <translation>
            <numerusform>Work that %n linguist handed back is not merged.</numerusform>
            <numerusform>Work that %n linguists handed back is not merged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) of linguists wait for an answer.</source>
        <translation>
            <numerusform>%n question of a linguist waits for an answer.</numerusform>
            <numerusform>%n questions of linguists wait for an answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sealed message(s) wait for a magistrate.</source>
        <translation>
            <numerusform>%n sealed message waits for a magistrate.</numerusform>
            <numerusform>%n sealed messages wait for a magistrate.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowNotices</name>
    <message numerus="yes">
        <source>%n finding(s) at unlocking</source>
        <translation>
            <numerusform>%n finding at unlocking</numerusform>
            <numerusform>%n findings at unlocking</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>booking</name>
    <message numerus="yes">
        <source>Not counted, because only announced or rejected: %n transaction(s).</source>
        <translation>
            <numerusform>Not counted, because only announced or rejected: %n transaction.</numerusform>
            <numerusform>Not counted, because only announced or rejected: %n transactions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not counted: %n transaction(s) whose status the bank states in its own words ({words}).</source>
        <translation>
            <numerusform>Not counted: %n transaction whose status the bank states in its own words ({words}).</numerusform>
            <numerusform>Not counted: %n transactions whose status the bank states in its own words ({words}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted: %n transaction(s) whose status the bank states in its own words ({words}).</source>
        <translation>
            <numerusform>Counted: %n transaction whose status the bank states in its own words ({words}).</numerusform>
            <numerusform>Counted: %n transactions whose status the bank states in its own words ({words}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted without a stated status: %n transaction(s).</source>
        <translation>
            <numerusform>Counted without a stated status: %n transaction.</numerusform>
            <numerusform>Counted without a stated status: %n transactions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n transaction(s) the value date alone is known; it stands for the day.</source>
        <translation>
            <numerusform>Of %n transaction the value date alone is known; it stands for the day.</numerusform>
            <numerusform>Of %n transactions the value date alone is known; it stands for the day.</numerusform>
        </translation>
    </message>
</context>
</TS>
