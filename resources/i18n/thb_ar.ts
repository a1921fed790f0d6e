<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AcceptRestoredDialog</name>
    <message>
        <source>A backup was restored</source>
        <translation>استُعيدت نسخة احتياطية</translation>
    </message>
    <message>
        <source>Your statement is signed and enters the event chain. It names the state that was found and the state that was given up. From then on this computer remembers the present state. What was recorded in between is no longer in this vault.</source>
        <translation>يُوقَّع تصريحك في سلسلة الأحداث، مع الحالة التي وُجدت والحالة التي تُركت. ويتذكر هذا الحاسوب السلسلة الحالية من ذلك الحين. أما ما جرى بينهما فلم يعد في هذه الخزنة.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are given up.</source>
        <translation>
            <numerusform>لا تُترك أي قيود.</numerusform>
            <numerusform>يُترك قيد واحد.</numerusform>
            <numerusform>يُترك قيدان.</numerusform>
            <numerusform>تُترك %n قيود.</numerusform>
            <numerusform>يُترك %n قيدًا.</numerusform>
            <numerusform>يُترك %n قيد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Which backup, and why</source>
        <translation>أي نسخة احتياطية ولماذا</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>No turn is entered yet.</source>
        <translation>لم يُدخَل أي دور كلام بعد.</translation>
    </message>
    <message>
        <source>Turn {number}: {kind}, {speaker}</source>
        <translation>المداخلة {number}: {kind}، {speaker}</translation>
    </message>
    <message>
        <source>struck out: {reason}</source>
        <translation>مشطوب: {reason}</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;تحرير</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>تجاه&amp;ل</translation>
    </message>
    <message>
        <source>Discard what was typed in this turn and not saved</source>
        <translation>ترك ما كُتب هنا ولم يُحفظ</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>A note of rectification has no turns: its corrections are formalities (F7).</source>
        <translation>ليس في مذكرة التصويب مقاطع: تصويباتها ضمن الشكليات (F7).</translation>
    </message>
    <message>
        <source>No turn yet
Write the first question below and press Enter. Question and answer then change places by themselves.
/v puts in a caution  ·  /e says who enters</source>
        <translation>لا مداخلة بعد
اكتب السؤال الأول أدناه واضغط Enter. بعد ذلك يتناوب السؤال والجواب تلقائيا.
/v يُدرج تنبيها  ·  /e يذكر من يدخل</translation>
    </message>
    <message>
        <source>T&amp;urn</source>
        <translation>المدا&amp;خلة</translation>
    </message>
    <message>
        <source>C&amp;orrect…</source>
        <translation>ت&amp;صحيح…</translation>
    </message>
    <message>
        <source>Its words stay as they were read back; a correction stands under them.</source>
        <translation>تبقى كلماته كما تُليت؛ ويُدوَّن التصحيح تحتها.</translation>
    </message>
</context>
<context>
    <name>ActionDayDialog</name>
    <message>
        <source>Action day</source>
        <translation>يوم العمل</translation>
    </message>
    <message>
        <source>Each number that a team got is used by an exhibit, or is voided for a reason. Exhibits are compared by their numbers.</source>
        <translation>كل رقم مُنح لفريق يحمله دليل، أو أُلغي بسبب. تُقارن الأدلة بأرقامها.</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <source>No team is entered yet. Add one in the section Teams.</source>
        <translation>لم يُسجل أي فريق بعد. أضف فريقًا في قسم الفرق.</translation>
    </message>
    <message>
        <source>Persons found</source>
        <translation>أشخاص عُثر عليهم</translation>
    </message>
    <message>
        <source>No person found is entered.</source>
        <translation>لم يُسجل أي شخص عُثر عليه.</translation>
    </message>
    <message>
        <source>&amp;Run sheet of the team…</source>
        <translation>&amp;ورقة سير عمل الفريق…</translation>
    </message>
    <message>
        <source>Sheet of labels</source>
        <translation>صفحة الملصقات</translation>
    </message>
    <message>
        <source>Sheet of &amp;labels</source>
        <translation>&amp;صفحة الملصقات</translation>
    </message>
    <message>
        <source>La&amp;bels of the team…</source>
        <translation>&amp;ملصقات الفريق…</translation>
    </message>
    <message>
        <source>&amp;Print what is open…</source>
        <translation>&amp;طباعة ما بقي مفتوحًا…</translation>
    </message>
    <message>
        <source>Go to the &amp;entry</source>
        <translation>ا&amp;لذهاب إلى القيد</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Every number is used or voided, and something is decided for each person found.</source>
        <translation>كل رقم استُعمل أو أُلغي، وهناك قرار لكل شخص عُثر عليه.</translation>
    </message>
    <message>
        <source>Please choose the sheet.</source>
        <translation>اختر الصفحة.</translation>
    </message>
</context>
<context>
    <name>AdColumnsForm</name>
    <message>
        <source>Column of the text</source>
        <translation>عمود النص</translation>
    </message>
    <message>
        <source>Column of the title</source>
        <translation>عمود العنوان</translation>
    </message>
    <message>
        <source>Column of the telephone numbers</source>
        <translation>عمود أرقام الهاتف</translation>
    </message>
    <message>
        <source>Column of the platform&apos;s number</source>
        <translation>عمود رقم المنصة</translation>
    </message>
    <message>
        <source>Column of the address</source>
        <translation>عمود عنوان الصفحة</translation>
    </message>
    <message>
        <source>Column of the place</source>
        <translation>عمود المكان</translation>
    </message>
    <message>
        <source>Column of the price</source>
        <translation>عمود السعر</translation>
    </message>
    <message>
        <source>Column of when it was posted</source>
        <translation>عمود وقت النشر</translation>
    </message>
    <message>
        <source>Column of the pictures</source>
        <translation>عمود الصور</translation>
    </message>
    <message>
        <source>Column of the platform</source>
        <translation>عمود المنصة</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>فاصلة منقوطة</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>فاصلة</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>علامة جدولة</translation>
    </message>
    <message>
        <source>vertical line</source>
        <translation>خط عمودي</translation>
    </message>
    <message>
        <source>&amp;Read the titles</source>
        <translation>ا&amp;قرأ العناوين</translation>
    </message>
    <message>
        <source>Columns are divided by</source>
        <translation>تفصل بين الأعمدة</translation>
    </message>
    <message>
        <source>Platform of all rows</source>
        <translation>منصة جميع الصفوف</translation>
    </message>
</context>
<context>
    <name>AddPersonDialog</name>
    <message>
        <source>Add a person</source>
        <translation>إضافة شخص</translation>
    </message>
    <message>
        <source>The case file names the person by pseudonym. The identity is sealed separately and may stay empty. An age that is disputed is entered afterwards, as claims: whoever may be under 18 by one of them is treated as a child.</source>
        <translation>يسمّي ملف القضية الشخص باسمه المستعار. تُختم الهوية بمعزل عنه، ويجوز أن تبقى فارغة. أما العمر المتنازع فيه فيُدخل بعد ذلك في صورة إفادات: ومن قد يكون دون الثامنة عشرة بحسب إحداها يُعامل معاملة الطفل.</translation>
    </message>
    <message>
        <source>Role in the proceedings</source>
        <translation>الصفة في الإجراءات</translation>
    </message>
    <message>
        <source>Identity (sealed)</source>
        <translation>الهوية (مختومة)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
</context>
<context>
    <name>AddStampDialog</name>
    <message>
        <source>Add a time stamp</source>
        <translation>إضافة ختم زمني</translation>
    </message>
    <message>
        <source>Signed PDF, or opened package (.asice)</source>
        <translation>ملف PDF موقّع، أو طرد مفتوح (.asice)</translation>
    </message>
    <message>
        <source>Signed &amp;PDF or package</source>
        <translation>&amp;ملف PDF موقّع أو طرد</translation>
    </message>
    <message>
        <source>Re&amp;quest (.tsq)</source>
        <translation>ال&amp;طلب (.tsq)</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>&amp;Answer (.tsr)</source>
        <translation>ال&amp;جواب (.tsr)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>الجواب</translation>
    </message>
    <message>
        <source>&amp;Root certificate of the authority</source>
        <translation>&amp;شهادة جذر السلطة</translation>
    </message>
    <message>
        <source>Root certificate of the authority</source>
        <translation>شهادة جذر السلطة</translation>
    </message>
    <message>
        <source>If you trust it; without it the level stays B-B</source>
        <translation>إن كنتم تثقون بها؛ وبدونها يبقى المستوى B-B</translation>
    </message>
    <message>
        <source>&amp;New file with the stamp</source>
        <translation>ملف جديد م&amp;ع الختم</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>ملف جديد</translation>
    </message>
    <message>
        <source>Make the sealed pac&amp;kage…</source>
        <translation>إعداد الطرد الم&amp;غلق…</translation>
    </message>
    <message>
        <source>A&amp;dd the stamp</source>
        <translation>أضف ال&amp;ختم</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>The stamp is filled in, and the whole file is checked.</source>
        <translation>يُضاف الختم ويُفحص الملف كله.</translation>
    </message>
    <message>
        <source>Nothing was written: the stamp does not hold for this file.</source>
        <translation>لم يُكتب شيء: الختم غير صالح لهذا الملف.</translation>
    </message>
    <message>
        <source>The stamped bundle is written and recorded.</source>
        <translation>كُتبت الحزمة المختومة وسُجلت.</translation>
    </message>
    <message>
        <source>The stamped package is written. Keep the first one too: a receipt names that one.</source>
        <translation>كُتب الطرد المختوم زمنيًا. احتفظ بالأول أيضًا: فإشعار الاستلام يسمّيه هو.</translation>
    </message>
    <message>
        <source>The stamped file is written. Nothing was recorded: it is no bundle of this vault, or your function does not release bundles.</source>
        <translation>كُتب الملف المختوم. ولم يُسجل شيء: ليس حزمة من هذه الخزنة، أو وظيفتكم لا تشمل تسليم الحزم.</translation>
    </message>
    <message>
        <source>A new file is written: the signed PDF with the stamp behind it, or the package with the stamp in its signature. A package that has a stamp gets an archive time stamp over all of it. The first file stays as it is. A bundle of this vault with its stamp is recorded, so that a package can carry it.</source>
        <translation>يُكتب ملف جديد: ملف PDF الموقّع ووراءه الختم، أو الطرد والختم في توقيعه. والطرد الذي له ختم يأخذ ختماً زمنياً للأرشفة يغطيه كله. ويبقى الملف الأول كما هو. وتُسجل حزمة هذه الخزنة مع ختمها كي يحملها طرد.</translation>
    </message>
    <message>
        <source>&amp;Folder with data for later checks</source>
        <translation>مجلد &amp;بيانات للتحقق لاحقاً</translation>
    </message>
</context>
<context>
    <name>AddUserDialog</name>
    <message>
        <source>Add a user</source>
        <translation>إضافة مستخدم</translation>
    </message>
    <message>
        <source>Let the new user type the passphrase.</source>
        <translation>دع المستخدم الجديد يكتب عبارة المرور بنفسه.</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>&amp;Function</source>
        <translation>ال&amp;وظيفة</translation>
    </message>
    <message>
        <source>Please choose the function.</source>
        <translation>يرجى اختيار الوظيفة.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>إ&amp;ضافة</translation>
    </message>
    <message>
        <source>The keys of the new user are made. This takes a few seconds.</source>
        <translation>تُنشأ مفاتيح المستخدم الجديد. يستغرق ذلك بضع ثوانٍ.</translation>
    </message>
    <message>
        <source>Please write the name.</source>
        <translation>يُرجى كتابة الاسم.</translation>
    </message>
</context>
<context>
    <name>AdoptDialog</name>
    <message>
        <source>Adopt a pack</source>
        <translation>اعتماد مجموعة</translation>
    </message>
    <message>
        <source>Save the pack in use, change it, and give it a version, a day of checking and a source of your own. Every pack that was in use stays in the vault.</source>
        <translation>احفظوا المجموعة المستعملة وعدّلوها، وأعطوها نسخة ويوم فحص ومصدرا خاصا بكم. وتبقى في الخزنة كل مجموعة استُعملت.</translation>
    </message>
    <message>
        <source>File of the pack</source>
        <translation>ملف المجموعة</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;تصفح…</translation>
    </message>
    <message>
        <source>&amp;File of the pack (TOML)</source>
        <translation>&amp;ملف المجموعة (TOML)</translation>
    </message>
    <message>
        <source>&amp;Why, and on what it rests</source>
        <translation>&amp;لماذا، وعلى ماذا يستند</translation>
    </message>
    <message>
        <source>&amp;Adopt</source>
        <translation>&amp;اعتماد</translation>
    </message>
    <message>
        <source>Please write why, and on what it rests.</source>
        <translation>يرجى كتابة السبب وما يستند إليه.</translation>
    </message>
    <message>
        <source>The pack is read and recorded.</source>
        <translation>تُقرأ المجموعة وتُسجل.</translation>
    </message>
</context>
<context>
    <name>AdsDialog</name>
    <message>
        <source>Advertisements</source>
        <translation>الإعلانات</translation>
    </message>
    <message>
        <source>No advertisement is read yet. Choose an exhibit on the page Exhibits, and read one of its files.</source>
        <translation>لم يُقرأ أي إعلان بعد. اختر دليلًا في صفحة الأدلة، ثم اقرأ أحد ملفاته.</translation>
    </message>
    <message>
        <source>What they share</source>
        <translation>ما تشترك فيه</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>أين يرد</translation>
    </message>
    <message>
        <source>The files of exhibits have these advertisements. Two may share a number, a text or a picture: this does not say who wrote them.</source>
        <translation>هذه الإعلانات واردة في ملفات الأدلة. قد يشترك إعلانان في رقم أو نص أو صورة، وهذا لا يبيّن من كتبهما.</translation>
    </message>
    <message>
        <source>Choose a line above.</source>
        <translation>اختر سطرًا أعلاه.</translation>
    </message>
    <message>
        <source>All advertisements</source>
        <translation>جميع الإعلانات</translation>
    </message>
    <message>
        <source>Files that were read</source>
        <translation>الملفات المقروءة</translation>
    </message>
    <message>
        <source>Words of the advertisement</source>
        <translation>نص الإعلان</translation>
    </message>
    <message>
        <source>Wh&amp;y it is withdrawn</source>
        <translation>س&amp;بب السحب</translation>
    </message>
    <message>
        <source>Withdraw the &amp;reading</source>
        <translation>ا&amp;سحب القراءة</translation>
    </message>
    <message>
        <source>&amp;What they share</source>
        <translation>ما تشترك &amp;فيه</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>ال&amp;كل</translation>
    </message>
    <message>
        <source>&amp;Files that were read</source>
        <translation>الم&amp;لفات المقروءة</translation>
    </message>
    <message>
        <source>&amp;Links of what they share…</source>
        <translation>&amp;روابط ما تشترك فيه…</translation>
    </message>
    <message>
        <source>Compare the &amp;pictures</source>
        <translation>م&amp;قارنة الصور</translation>
    </message>
    <message>
        <source>Go to the s&amp;ource</source>
        <translation>اذهب إلى الم&amp;صدر</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>The advertisements are being compared…</source>
        <translation>تجري مقارنة الإعلانات…</translation>
    </message>
    <message>
        <source>No two advertisements share anything.</source>
        <translation>لا يشترك أي إعلانين في شيء.</translation>
    </message>
    <message>
        <source>Alike by a mark that is computed from the pictures. They may be different: look at both.</source>
        <translation>متشابهة بحسب بصمة محسوبة من الصور. قد تكون مختلفة: انظر إلى كلتيهما.</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n advertisement(s) compared; this vault is only read.</source>
        <translation>
            <numerusform>قورن {done} من %n من الإعلانات؛ هذه الخزنة للقراءة فقط.</numerusform>
            <numerusform>قورن {done} من %n من الإعلانات؛ هذه الخزنة للقراءة فقط.</numerusform>
            <numerusform>قورن {done} من %n من الإعلانات؛ هذه الخزنة للقراءة فقط.</numerusform>
            <numerusform>قورن {done} من %n من الإعلانات؛ هذه الخزنة للقراءة فقط.</numerusform>
            <numerusform>قورن {done} من %n من الإعلانات؛ هذه الخزنة للقراءة فقط.</numerusform>
            <numerusform>قورن {done} من %n من الإعلانات؛ هذه الخزنة للقراءة فقط.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are not compared yet.</source>
        <translation>
            <numerusform>لا توجد صور لم تُقارَن.</numerusform>
            <numerusform>صورة واحدة لم تُقارَن بعد.</numerusform>
            <numerusform>صورتان لم تُقارَنا بعد.</numerusform>
            <numerusform>%n صور لم تُقارَن بعد.</numerusform>
            <numerusform>%n صورة لم تُقارَن بعد.</numerusform>
            <numerusform>%n صورة لم تُقارَن بعد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) cannot be compared: they are not read, or show too little.</source>
        <translation>
            <numerusform>لا توجد صور لا يمكن مقارنتها.</numerusform>
            <numerusform>صورة واحدة لا يمكن مقارنتها: لم تُقرأ، أو لا تُظهر ما يكفي.</numerusform>
            <numerusform>صورتان لا يمكن مقارنتهما: لم تُقرآ، أو لا تُظهران ما يكفي.</numerusform>
            <numerusform>%n صور لا يمكن مقارنتها: لم تُقرأ، أو لا تُظهر ما يكفي.</numerusform>
            <numerusform>%n صورة لا يمكن مقارنتها: لم تُقرأ، أو لا تُظهر ما يكفي.</numerusform>
            <numerusform>%n صورة لا يمكن مقارنتها: لم تُقرأ، أو لا تُظهر ما يكفي.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pictures are being compared: {done} of {total}</source>
        <translation>تجري مقارنة الصور: {done} من {total}</translation>
    </message>
    <message>
        <source>The pictures are being compared…</source>
        <translation>تجري مقارنة الصور…</translation>
    </message>
    <message>
        <source>Say why the reading is withdrawn.</source>
        <translation>اذكر سبب سحب القراءة.</translation>
    </message>
    <message>
        <source>The reading is withdrawn. Its file can be read again at its exhibit.</source>
        <translation>سُحبت القراءة. يمكن قراءة ملفها من جديد عند دليله.</translation>
    </message>
    <message>
        <source>As it is written</source>
        <translation>كما هو مكتوب</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Place in the file</source>
        <translation>الموضع في الملف</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>قُرئ في</translation>
    </message>
    <message>
        <source>Rows without any</source>
        <translation>صفوف بلا إعلان</translation>
    </message>
    <message>
        <source>Withdrawn because</source>
        <translation>سُحبت لأن</translation>
    </message>
    <message>
        <source>Look at &amp;both…</source>
        <translation>انظر إلى الا&amp;ثنتين…</translation>
    </message>
</context>
<context>
    <name>AnchorsCard</name>
    <message>
        <source>Compare with a &amp;file…</source>
        <translation>مقارنة مع &amp;ملف…</translation>
    </message>
    <message>
        <source>Compare a sh&amp;ort code…</source>
        <translation>مقارنة &amp;رمز قصير…</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>لا قيود</numerusform>
            <numerusform>قيد واحد</numerusform>
            <numerusform>قيدان</numerusform>
            <numerusform>%n قيود</numerusform>
            <numerusform>%n قيدًا</numerusform>
            <numerusform>%n قيد</numerusform>
        </translation>
    </message>
    <message>
        <source>States of this vault known elsewhere</source>
        <translation>ما يتذكره الآخرون عن هذه الخزنة</translation>
    </message>
    <message>
        <source>This computer has known it since</source>
        <translation>يعرفها هذا الحاسوب منذ</translation>
    </message>
    <message>
        <source>this unlock</source>
        <translation>فتحها الآن</translation>
    </message>
    <message>
        <source>Last seen here</source>
        <translation>آخر حالة شوهدت هنا</translation>
    </message>
    <message>
        <source>{when}, {entries}</source>
        <translation>{when}، {entries}</translation>
    </message>
    <message>
        <source>never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>{when}, with {what}</source>
        <translation>{when}، مع {what}</translation>
    </message>
    <message>
        <source>Last copied outside this computer</source>
        <translation>آخر نسخة خارج هذا الحاسوب</translation>
    </message>
    <message>
        <source>Short code now</source>
        <translation>الرمز القصير الآن</translation>
    </message>
    <message>
        <source>Restored backups that replaced it</source>
        <translation>نسخ احتياطية مستعادة حلّت محلها</translation>
    </message>
    <message>
        <source>Another state was given up; its last short code was {code}.</source>
        <translation>تُخلّي عن حالة أخرى؛ كان آخر رمز قصير لها {code}.</translation>
    </message>
    <message>
        <source>Bundle or custody extract to compare with</source>
        <translation>حزمة أو مستخرج حيازة للمقارنة</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were given up; their last short code was {code}.</source>
        <translation>
            <numerusform>لم يُتخلَّ عن أي قيد؛ كان آخر رمز قصير {code}.</numerusform>
            <numerusform>تُخلّي عن قيد واحد؛ كان آخر رمز قصير {code}.</numerusform>
            <numerusform>تُخلّي عن قيدين؛ كان آخر رمز قصير {code}.</numerusform>
            <numerusform>تُخلّي عن %n قيود؛ كان آخر رمز قصير {code}.</numerusform>
            <numerusform>تُخلّي عن %n قيدًا؛ كان آخر رمز قصير {code}.</numerusform>
            <numerusform>تُخلّي عن %n قيد؛ كان آخر رمز قصير {code}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnexDialog</name>
    <message>
        <source>Identity annex of bundle {number}</source>
        <translation>ملحق الهوية للحزمة {number}</translation>
    </message>
    <message>
        <source>Who the pseudonyms are, signed and closed for these recipients alone. The identities are opened after both persons approved, and are neither shown nor written in clear.</source>
        <translation>من هم أصحاب الأسماء المستعارة، موقعًا ومغلقًا لهؤلاء المستلمين وحدهم. تُفتح الهويات بعد موافقة الشخصين، ولا تُعرض ولا تُكتب واضحة.</translation>
    </message>
    <message>
        <source>&amp;Identities of</source>
        <translation>هويات</translation>
    </message>
    <message>
        <source>Closed &amp;for</source>
        <translation>مغلق لأجل</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>&amp;Addresses too, because</source>
        <translation>العناوين أيضًا، لأن</translation>
    </message>
    <message>
        <source>Only if somebody ordered it</source>
        <translation>فقط إذا أمر بها أحد</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>مجلد جديد</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>تصفح…</translation>
    </message>
    <message>
        <source>New f&amp;older</source>
        <translation>مجلد جديد</translation>
    </message>
    <message>
        <source>&amp;Sign and close</source>
        <translation>توقيع وإغلاق</translation>
    </message>
    <message>
        <source>Please tick whose identity it tells.</source>
        <translation>يرجى التأشير على من يذكر هويته.</translation>
    </message>
    <message>
        <source>Please tick for whom it is closed.</source>
        <translation>يرجى التأشير على من يُغلق لأجله.</translation>
    </message>
    <message>
        <source>Please write why the identities are told.</source>
        <translation>يرجى كتابة سبب ذكر الهويات.</translation>
    </message>
    <message>
        <source>The annex is signed, written, and read again.</source>
        <translation>يُوقَّع الملحق ويُكتب ثم يُقرأ من جديد.</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Answer the linguist, turn {turn}</source>
        <translation>الرد على اللغوي، المداخلة {turn}</translation>
    </message>
    <message>
        <source>The answer stands with the question. A later one takes its place.</source>
        <translation>يبقى الرد مع السؤال. ويحل محله رد لاحق.</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>الرد</translation>
    </message>
    <message>
        <source>&amp;Give the answer</source>
        <translation>إعطاء الرد</translation>
    </message>
    <message>
        <source>Please write the answer.</source>
        <translation>يرجى كتابة الرد.</translation>
    </message>
</context>
<context>
    <name>AskStampDialog</name>
    <message>
        <source>Ask for a time stamp</source>
        <translation>طلب ختم زمني</translation>
    </message>
    <message>
        <source>The request has a digest of the file and a number, nothing of its content. Carry it to a computer with a network, send it to a time-stamp authority, and carry the answer back.</source>
        <translation>في الطلب بصمة الملف ورقم، ولا شيء من محتواه. احملوه إلى حاسوب متصل بالشبكة، وأرسلوه إلى سلطة ختم زمني، وأعيدوا الجواب.</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;تصفح…</translation>
    </message>
    <message>
        <source>Signed PDF, or opened package (.asice)</source>
        <translation>ملف PDF موقّع، أو طرد مفتوح (.asice)</translation>
    </message>
    <message>
        <source>Signed &amp;PDF or package</source>
        <translation>&amp;ملف PDF موقّع أو طرد</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>طلب جديد</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>تص&amp;فح…</translation>
    </message>
    <message>
        <source>&amp;New request (.tsq)</source>
        <translation>&amp;طلب جديد (.tsq)</translation>
    </message>
    <message>
        <source>Write the &amp;request</source>
        <translation>ا&amp;كتب الطلب</translation>
    </message>
    <message>
        <source>The signed file is checked, and the request is written.</source>
        <translation>يُفحص الملف الموقّع ويُكتب الطلب.</translation>
    </message>
    <message>
        <source>The request is written: {file}. Fill the answer in here, under Add a time stamp.</source>
        <translation>كُتب الطلب: {file}. أضيفوا الجواب هنا، تحت إضافة ختم زمني.</translation>
    </message>
    <message>
        <source>&amp;Folder with data for later checks</source>
        <translation>مجلد &amp;بيانات للتحقق لاحقاً</translation>
    </message>
</context>
<context>
    <name>AssessmentDialog</name>
    <message>
        <source>Individual assessment of {person}</source>
        <translation>التقييم الفردي لـ {person}</translation>
    </message>
    <message>
        <source>&amp;Open the newest</source>
        <translation>&amp;فتح الأحدث</translation>
    </message>
    <message>
        <source>&amp;Enter a new one…</source>
        <translation>إدخال تقييم &amp;جديد…</translation>
    </message>
    <message>
        <source>It is sealed under a key that few users hold, and never goes into a bundle. The event chain records that you opened it, when, and the reason that you type here.</source>
        <translation>يُختم بمفتاح لا يملكه إلا قلة من المستخدمين، ولا يدخل في أي حزمة. وتسجّل سلسلة الأحداث أنك فتحته ومتى، والسبب الذي تكتبه هنا.</translation>
    </message>
    <message>
        <source>&amp;Reason for opening it</source>
        <translation>&amp;سبب الفتح</translation>
    </message>
    <message>
        <source>Reason for opening it</source>
        <translation>سبب الفتح</translation>
    </message>
    <message>
        <source>Reading the vault…</source>
        <translation>تُقرأ الخزنة…</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>لا بد من سبب. اكتب لماذا.</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) of it are sealed.</source>
        <translation>
            <numerusform>لا توجد نسخة مختومة منه.</numerusform>
            <numerusform>نسخة واحدة منه مختومة.</numerusform>
            <numerusform>نسختان منه مختومتان.</numerusform>
            <numerusform>%n نسخ منه مختومة.</numerusform>
            <numerusform>%n نسخة منه مختومة.</numerusform>
            <numerusform>%n نسخة منه مختومة.</numerusform>
        </translation>
    </message>
    <message>
        <source>This person has not been assessed yet.</source>
        <translation>لم يُقيَّم هذا الشخص بعد.</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Assign a record</source>
        <translation>إسناد محضر</translation>
    </message>
    <message>
        <source>The interpreter need not be there. While they have it, nobody else writes in the job.</source>
        <translation>لا حاجة إلى حضور المترجم. وما دام عنده لا يكتب غيره في هذا العمل.</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>ال&amp;محضر</translation>
    </message>
    <message>
        <source>&amp;Interpreter</source>
        <translation>الم&amp;ترجم</translation>
    </message>
    <message>
        <source>In&amp;to</source>
        <translation>إ&amp;لى</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>ال&amp;نوع</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>ال&amp;غرض</translation>
    </message>
    <message>
        <source>D&amp;ue on</source>
        <translation>تاريخ ال&amp;تسليم</translation>
    </message>
    <message>
        <source>&amp;Terms agreed</source>
        <translation>ال&amp;شروط المتفق عليها</translation>
    </message>
    <message>
        <source>The recor&amp;ding goes along</source>
        <translation>يرافقه ال&amp;تسجيل</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;إسناد</translation>
    </message>
    <message>
        <source>Please choose into which language it is rendered.</source>
        <translation>اختر اللغة التي يُترجم إليها.</translation>
    </message>
    <message>
        <source>The interpreter&apos;s entry does not name this language: {language}.</source>
        <translation>قيد المترجم الشفوي لا يذكر هذه اللغة: {language}.</translation>
    </message>
    <message>
        <source>Please choose what the translation is.</source>
        <translation>اختر نوع الترجمة من فضلك.</translation>
    </message>
    <message>
        <source>Please write for what it is rendered.</source>
        <translation>اكتب الغرض من الترجمة من فضلك.</translation>
    </message>
    <message>
        <source>The store is being made…</source>
        <translation>يجري إنشاء المستودع…</translation>
    </message>
    <message>
        <source>&amp;Made from</source>
        <translation>أُع&amp;دّت من</translation>
    </message>
    <message>
        <source>&amp;Why a copy was enough</source>
        <translation>لماذا &amp;كفت نسخة</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>Please choose the record.</source>
        <translation>يرجى اختيار المحضر.</translation>
    </message>
    <message>
        <source>Please choose the interpreter.</source>
        <translation>يرجى اختيار المترجم.</translation>
    </message>
    <message>
        <source>Job {number} is open for this: it is given out as it stands.</source>
        <translation>المهمة {number} مفتوحة لهذا: تُسلَّم كما هي.</translation>
    </message>
    <message>
        <source>Job {number} is given out as it stands. From what it is made is not answered: without that it cannot be certified. Change it in the list of jobs first.</source>
        <translation>تُسلَّم المهمة {number} كما هي. لم يُذكر ممّ أُعدّت: من دون ذلك لا يمكن تصديقها. عدّلوها أولًا في قائمة المهام.</translation>
    </message>
    <message>
        <source>No interpreter of this case can be chosen: none is entered with an active user of the vault who has the function of an interpreter and the same name, in their script or in Latin letters.</source>
        <translation>لا يمكن اختيار مترجم في هذه القضية: لا أحد مسجل مع مستخدم نشط للخزنة له وظيفة مترجم والاسم نفسه، بكتابته أو بالحروف اللاتينية.</translation>
    </message>
    <message>
        <source>It goes to a &amp;laptop of the interpreter&apos;s own, in a packet</source>
        <translation>يذهب إلى حا&amp;سوب المترجم الخاص، في رزمة</translation>
    </message>
</context>
<context>
    <name>AssignJobDialog</name>
    <message>
        <source>Assign job {number}</source>
        <translation>إسناد المهمة {number}</translation>
    </message>
    <message>
        <source>They get a store of their own with this record and nothing else. While they have it, nobody else writes in the job. They read there until when it is due, and the terms agreed.</source>
        <translation>يحصل على مخزن خاص به فيه هذا المحضر ولا شيء غيره. وما دام لديه، لا يكتب أحد غيره في العمل. ويقرأ فيه تاريخ التسليم والشروط المتفق عليها.</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>إ&amp;لى</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>&amp;Due on</source>
        <translation>يُسلَّم في</translation>
    </message>
    <message>
        <source>Te&amp;rms agreed</source>
        <translation>ال&amp;شروط المتفق عليها</translation>
    </message>
    <message>
        <source>The recordin&amp;g goes along</source>
        <translation>يرافقه ال&amp;تسجيل</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;إسناد</translation>
    </message>
    <message>
        <source>Please choose who renders or revises it.</source>
        <translation>اختر من يترجم أو يراجع.</translation>
    </message>
    <message>
        <source>The store is being made…</source>
        <translation>يجري إنشاء المستودع…</translation>
    </message>
    <message>
        <source>{name} renders it</source>
        <translation>{name} يترجم</translation>
    </message>
    <message>
        <source>{name} revises it: agrees, or disputes, turn by turn</source>
        <translation>{name} يراجع: يوافق أو يعترض، مداخلة بعد مداخلة</translation>
    </message>
    <message>
        <source>No interpreter of this case is an active user with this function and name.</source>
        <translation>ليس في مترجمي هذا الملف مستخدم نشط بهذه الوظيفة وهذا الاسم.</translation>
    </message>
</context>
<context>
    <name>AssignmentWindow</name>
    <message>
        <source>THB Desktop</source>
        <translation>THB Desktop</translation>
    </message>
    <message>
        <source>No version waits for your signature.</source>
        <translation>لا صيغة تنتظر توقيعك.</translation>
    </message>
    <message>
        <source>No turn differs in numbers, dates, names or length.</source>
        <translation>لا تختلف أي مداخلة في الأرقام أو التواريخ أو الأسماء أو الطول.</translation>
    </message>
    <message>
        <source>It is sealed for the magistrates. Nothing of it is kept here.</source>
        <translation>خُتم للقضاة. لا يُحفظ منه شيء هنا.</translation>
    </message>
    <message>
        <source>Kept {time}</source>
        <translation>حُفظ {time}</translation>
    </message>
    <message>
        <source>The judge answers when the work is merged. Until then nothing can be certified.</source>
        <translation>يجيب القاضي عند ضم العمل. حتى ذلك الحين لا تمكن الشهادة على شيء.</translation>
    </message>
    <message>
        <source>Every turn is signed. {certify} certifies the translation, {back} hands back.</source>
        <translation>كل المداخلات موقّعة. {certify} للتصديق على الترجمة، و{back} لإعادة الشاشة.</translation>
    </message>
    <message>
        <source>Every turn is written. {key} signs them.</source>
        <translation>كل المداخلات مكتوبة. {key} لتوقيعها.</translation>
    </message>
    <message>
        <source>Each difference was signed with its reason.</source>
        <translation>وُقِّع كل اختلاف مع سببه.</translation>
    </message>
</context>
<context>
    <name>AssignmentsDialog</name>
    <message>
        <source>Interpreters: {case}</source>
        <translation>المترجمون: {case}</translation>
    </message>
    <message>
        <source>Each works in a store of their own, with one record and nothing else.</source>
        <translation>يعمل كل منهم في مستودعه، على محضر واحد ولا شيء سواه.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>المحضر</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>العمل</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>المترجم</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>أُسند</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>التسليم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>الأعمال المسندة</translation>
    </message>
    <message>
        <source>Nothing is given out in this case.</source>
        <translation>لم يُسند شيء في هذا الملف.</translation>
    </message>
    <message>
        <source>&amp;Assign…</source>
        <translation>&amp;إسناد…</translation>
    </message>
    <message>
        <source>&amp;Look at what came back…</source>
        <translation>ا&amp;طلع على ما سُلّم…</translation>
    </message>
    <message>
        <source>&amp;Close…</source>
        <translation>إ&amp;غلاق…</translation>
    </message>
    <message>
        <source>&amp;Take back a packet…</source>
        <translation>استعادة &amp;حزمة…</translation>
    </message>
    <message>
        <source>A&amp;nswer the linguist…</source>
        <translation>ال&amp;رد على اللغوي…</translation>
    </message>
    <message>
        <source>&amp;Read what is sealed…</source>
        <translation>&amp;قراءة المختوم…</translation>
    </message>
    <message>
        <source>Go to the &amp;disputed turn…</source>
        <translation>الانتقال إلى المداخلة الم&amp;عترض عليها…</translation>
    </message>
    <message>
        <source>&amp;Hand over</source>
        <translation>تسليم ال&amp;شاشة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>What came back is being looked for…</source>
        <translation>يجري البحث عمّا عاد…</translation>
    </message>
    <message>
        <source>What came back is being read…</source>
        <translation>تجري قراءة ما عاد…</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) wait for an answer.</source>
        <translation>
            <numerusform>لا سؤال ينتظر ردا.</numerusform>
            <numerusform>سؤال واحد ينتظر ردا.</numerusform>
            <numerusform>سؤالان ينتظران ردا.</numerusform>
            <numerusform>%n أسئلة تنتظر ردا.</numerusform>
            <numerusform>%n سؤالا ينتظر ردا.</numerusform>
            <numerusform>%n سؤال ينتظر ردا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) of the linguist are sealed for the magistrates, who read them here.</source>
        <translation>
            <numerusform>لا شيء مختوم من اللغوي.</numerusform>
            <numerusform>كلمة واحدة من اللغوي مختومة للقضاة، يقرؤونها هنا.</numerusform>
            <numerusform>كلمتان من اللغوي مختومتان للقضاة، يقرؤونهما هنا.</numerusform>
            <numerusform>%n كلمات من اللغوي مختومة للقضاة، يقرؤونها هنا.</numerusform>
            <numerusform>%n كلمة من اللغوي مختومة للقضاة، يقرؤونها هنا.</numerusform>
            <numerusform>%n كلمة من اللغوي مختومة للقضاة، يقرؤونها هنا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) of the linguist are sealed: tell a magistrate, who alone reads them.</source>
        <translation>
            <numerusform>لا شيء مختوم من اللغوي.</numerusform>
            <numerusform>كلمة واحدة من اللغوي مختومة: أبلغ قاضيا، فهو وحده يقرؤها.</numerusform>
            <numerusform>كلمتان من اللغوي مختومتان: أبلغ قاضيا، فهو وحده يقرؤهما.</numerusform>
            <numerusform>%n كلمات من اللغوي مختومة: أبلغ قاضيا، فهو وحده يقرؤها.</numerusform>
            <numerusform>%n كلمة من اللغوي مختومة: أبلغ قاضيا، فهو وحده يقرؤها.</numerusform>
            <numerusform>%n كلمة من اللغوي مختومة: أبلغ قاضيا، فهو وحده يقرؤها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Given out</source>
        <translation>مسند</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>ليس هنا</translation>
    </message>
    <message>
        <source>&amp;Send…</source>
        <translation>إر&amp;سال…</translation>
    </message>
    <message>
        <source>The packet that came back</source>
        <translation>الرزمة التي عادت</translation>
    </message>
    <message numerus="yes">
        <source>Merged: %n entry(s), in the interpreter&apos;s name and under their signature.</source>
        <translation>
            <numerusform>لم تُضم قيود.</numerusform>
            <numerusform>ضُم قيد واحد باسم المترجم وبتوقيعه.</numerusform>
            <numerusform>ضُم قيدان باسم المترجم وبتوقيعه.</numerusform>
            <numerusform>ضُمت %n قيود باسم المترجم وبتوقيعه.</numerusform>
            <numerusform>ضُم %n قيدا باسم المترجم وبتوقيعه.</numerusform>
            <numerusform>ضُم %n قيد باسم المترجم وبتوقيعه.</numerusform>
        </translation>
    </message>
    <message>
        <source>Away since {day}</source>
        <translation>خارج منذ {day}</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>ينتظر الإرسال</translation>
    </message>
    <message>
        <source>Handed back {time}, waits</source>
        <translation>سُلّم {time}، ينتظر</translation>
    </message>
    <message>
        <source>Merged {time}</source>
        <translation>ضُم {time}</translation>
    </message>
    <message>
        <source>&amp;Go to the turn that changed…</source>
        <translation>الانت&amp;قال إلى المداخلة التي تغيّرت…</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) changed since and wait to be rendered again.</source>
        <translation>
            <numerusform>لم تتغيّر أي مداخلة منذ ذلك الحين.</numerusform>
            <numerusform>تغيّرت مداخلة واحدة منذ ذلك الحين وتنتظر نقلها من جديد.</numerusform>
            <numerusform>تغيّرت مداخلتان منذ ذلك الحين وتنتظران نقلهما من جديد.</numerusform>
            <numerusform>تغيّرت %n مداخلات منذ ذلك الحين وتنتظر نقلها من جديد.</numerusform>
            <numerusform>تغيّرت %n مداخلة منذ ذلك الحين وتنتظر نقلها من جديد.</numerusform>
            <numerusform>تغيّرت %n مداخلة منذ ذلك الحين وتنتظر نقلها من جديد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) were struck out since.</source>
        <translation>
            <numerusform>لم تُشطب أي مداخلة منذ ذلك الحين.</numerusform>
            <numerusform>شُطبت مداخلة واحدة منذ ذلك الحين.</numerusform>
            <numerusform>شُطبت مداخلتان منذ ذلك الحين.</numerusform>
            <numerusform>شُطبت %n مداخلات منذ ذلك الحين.</numerusform>
            <numerusform>شُطبت %n مداخلة منذ ذلك الحين.</numerusform>
            <numerusform>شُطبت %n مداخلة منذ ذلك الحين.</numerusform>
        </translation>
    </message>
    <message>
        <source>Work is given out in other cases too: {cases}. Open the case to see it.</source>
        <translation>يوجد عمل معهود به في قضايا أخرى أيضًا: {cases}. افتح القضية لتراه.</translation>
    </message>
</context>
<context>
    <name>AuthorsDialog</name>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>&amp;Turns</source>
        <translation>ال&amp;مداخلات</translation>
    </message>
    <message>
        <source>Turn {number} alone</source>
        <translation>المداخلة {number} وحدها</translation>
    </message>
    <message>
        <source>From turn {number} on</source>
        <translation>من المداخلة {number} فصاعدًا</translation>
    </message>
    <message>
        <source>Up to turn {number}</source>
        <translation>حتى المداخلة {number}</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Make a backup</source>
        <translation>إنشاء نسخة احتياطية</translation>
    </message>
    <message>
        <source>Choose a new or empty folder on another medium. If you choose the folder of an earlier backup of this vault, only what is new is copied.</source>
        <translation>اختر مجلدًا جديدًا أو فارغًا على وسيط آخر. وإذا اخترت مجلد نسخة احتياطية سابقة لهذه الخزنة فلا يُنسخ إلا الجديد.</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>الم&amp;جلد</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>مجلد النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>&amp;Which medium</source>
        <translation>أي &amp;وسيط</translation>
    </message>
    <message>
        <source>&amp;Make the backup</source>
        <translation>إ&amp;نشاء النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Please choose a folder.</source>
        <translation>اختر مجلدًا.</translation>
    </message>
</context>
<context>
    <name>BackupPart</name>
    <message>
        <source>&amp;Make a backup…</source>
        <translation>إن&amp;شاء نسخة احتياطية…</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>A backup is encrypted like the vault and opens with the same passphrases and recovery code. Keep it on a medium in another place, and test from time to time that it can be restored.</source>
        <translation>النسخة الاحتياطية مشفّرة كالخزنة وتُفتح بعبارات المرور ورمز الاسترداد نفسها. احفظها على وسيط في مكان آخر، واختبر من حين إلى آخر إمكان استعادتها.</translation>
    </message>
    <message>
        <source>&amp;Test the restoration…</source>
        <translation>ا&amp;ختبار الاستعادة…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>أُنشئت</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>اختُبرت</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>No backup has been made yet. Make the first with the button above.</source>
        <translation>لم تُنشأ نسخة احتياطية بعد. أنشئ الأولى بالزر أعلاه.</translation>
    </message>
    <message>
        <source>Testing the restoration of the backup</source>
        <translation>تُختبر استعادة النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Size: {size}, of which {new} new. Short code of this state: {code}</source>
        <translation>الحجم: {size}، منه {new} جديد. الرمز القصير لهذه الحالة: {code}</translation>
    </message>
    <message>
        <source>A vault was restored from the backup, and everything in it is valid.</source>
        <translation>استُعيدت خزنة من النسخة الاحتياطية، وكل ما فيها صالح.</translation>
    </message>
    <message>
        <source>Making the backup</source>
        <translation>يجري إنشاء النسخة الاحتياطية</translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s) read.</source>
        <translation>
            <numerusform>لم يُقرأ أي ملف مخزَّن.</numerusform>
            <numerusform>قُرئ ملف مخزَّن واحد.</numerusform>
            <numerusform>قُرئ ملفان مخزَّنان.</numerusform>
            <numerusform>قُرئت %n ملفات مخزَّنة.</numerusform>
            <numerusform>قُرئ %n ملفًا مخزَّنًا.</numerusform>
            <numerusform>قُرئ %n ملف مخزَّن.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BankWordsDialog</name>
    <message>
        <source>What the bank&apos;s words mean</source>
        <translation>معنى عبارات المصرف</translation>
    </message>
    <message>
        <source>The bank stated the status of these transactions in its own words. Ask it what they mean. Each transaction of this case with the chosen words is corrected, for the same reason; the words stay beside the status.</source>
        <translation>ذكر المصرف حالة هذه المعاملات بعبارته. اسأله عن معناها. تُصحَّح كل معاملة في هذه القضية لها العبارة المختارة، للسبب نفسه؛ وتبقى العبارة إلى جانب الحالة.</translation>
    </message>
    <message>
        <source>&amp;Words of the bank</source>
        <translation>&amp;عبارة المصرف</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>ال&amp;حالة</translation>
    </message>
    <message>
        <source>W&amp;hy it is corrected</source>
        <translation>&amp;سبب التصحيح</translation>
    </message>
    <message>
        <source>C&amp;orrect</source>
        <translation>&amp;تصحيح</translation>
    </message>
    <message>
        <source>Please choose the words of the bank.</source>
        <translation>يرجى اختيار عبارة المصرف.</translation>
    </message>
    <message>
        <source>Please choose what the words mean.</source>
        <translation>يرجى اختيار معنى العبارة.</translation>
    </message>
    <message>
        <source>Please write why it is corrected.</source>
        <translation>يرجى كتابة سبب التصحيح.</translation>
    </message>
    <message>
        <source>The transactions are corrected. Until all are, none is.</source>
        <translation>يجري تصحيح المعاملات. ما لم تُصحَّح كلها فلا تُصحَّح أي منها.</translation>
    </message>
    <message>
        <source>no words</source>
        <translation>بلا عبارة</translation>
    </message>
    <message numerus="yes">
        <source>{words}: %n transaction(s)</source>
        <translation>
            <numerusform>{words}: لا معاملة</numerusform>
            <numerusform>{words}: معاملة واحدة</numerusform>
            <numerusform>{words}: معاملتان</numerusform>
            <numerusform>{words}: %n معاملات</numerusform>
            <numerusform>{words}: %n معاملة</numerusform>
            <numerusform>{words}: %n معاملة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transaction(s) will be corrected.</source>
        <translation>
            <numerusform>لن تُصحَّح أي معاملة.</numerusform>
            <numerusform>ستُصحَّح معاملة واحدة.</numerusform>
            <numerusform>ستُصحَّح معاملتان.</numerusform>
            <numerusform>ستُصحَّح %n معاملات.</numerusform>
            <numerusform>ستُصحَّح %n معاملة.</numerusform>
            <numerusform>ستُصحَّح %n معاملة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BankWordsOffer</name>
    <message numerus="yes">
        <source>%n transaction(s) were corrected.</source>
        <translation>
            <numerusform>لم تُصحَّح أي معاملة.</numerusform>
            <numerusform>صُحِّحت معاملة واحدة.</numerusform>
            <numerusform>صُحِّحت معاملتان.</numerusform>
            <numerusform>صُحِّحت %n معاملات.</numerusform>
            <numerusform>صُحِّحت %n معاملة.</numerusform>
            <numerusform>صُحِّحت %n معاملة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BarsDialog</name>
    <message>
        <source>What keeps {number} in the office</source>
        <translation>ما يبقي {number} في المكتب</translation>
    </message>
    <message>
        <source>On</source>
        <translation>على</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>المنع</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>أوامر المنع</translation>
    </message>
    <message>
        <source>Nothing keeps this exhibit in the office.</source>
        <translation>لا شيء يبقي هذا الدليل في المكتب.</translation>
    </message>
    <message>
        <source>&amp;Lift this bar…</source>
        <translation>ا&amp;رفع هذا المنع…</translation>
    </message>
    <message>
        <source>&amp;Bar the exhibit…</source>
        <translation>ا&amp;منع الخروج…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Lifted on {at}: {reason}</source>
        <translation>رُفع في {at}: {reason}</translation>
    </message>
    <message>
        <source>Abuse material never leaves the office: this bar is not lifted.</source>
        <translation>مادة الاعتداء لا تغادر المكتب أبدًا: هذا المنع لا يُرفع.</translation>
    </message>
    <message>
        <source>Lift this bar?</source>
        <translation>رفع هذا المنع؟</translation>
    </message>
    <message>
        <source>&amp;Lift</source>
        <translation>ا&amp;رفع</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>رُفع</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>قائم</translation>
    </message>
    <message>
        <source>A bar holds for the exhibit and for everything that is derived from it. Neither the exhibit nor its files go into a bundle or a package. A legal hold alone lets it go there, and keeps it from being disposed of and from being given back.</source>
        <translation>يسري المنع على الدليل وعلى كل ما اشتُق منه. لا يدخل الدليل ولا ملفاته في ملف أو طرد. الحفظ المأمور به وحده يسمح بذلك، ويمنع إتلاف الدليل وإعادته.</translation>
    </message>
    <message>
        <source>The bar ends by that. Say who consented, or who decided.</source>
        <translation>ينتهي المنع بذلك. اذكروا من وافق أو من قرّر.</translation>
    </message>
</context>
<context>
    <name>BoardDialog</name>
    <message>
        <source>Board of requests</source>
        <translation>لوحة الطلبات</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>No order, request or agreement is registered.</source>
        <translation>لم يُسجَّل أمر أو طلب أو اتفاق.</translation>
    </message>
    <message>
        <source>Pro&amp;blem for Eurojust</source>
        <translation>المشكلة لدى &amp;يوروجست</translation>
    </message>
    <message>
        <source>&amp;Help asked for</source>
        <translation>الم&amp;ساعدة المطلوبة</translation>
    </message>
    <message>
        <source>&amp;Data for the form…</source>
        <translation>&amp;بيانات للنموذج…</translation>
    </message>
    <message>
        <source>&amp;Referral to Eurojust…</source>
        <translation>إ&amp;حالة إلى يوروجست…</translation>
    </message>
    <message>
        <source>&amp;Print the board…</source>
        <translation>&amp;طباعة اللوحة…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Please choose why Eurojust is asked.</source>
        <translation>اختر سبب اللجوء إلى يوروجست.</translation>
    </message>
    <message>
        <source>Please write which help is asked for, without names.</source>
        <translation>اكتب المساعدة المطلوبة دون أسماء.</translation>
    </message>
    <message>
        <source>What came under no request</source>
        <translation>ما ورد دون أي طلب</translation>
    </message>
    <message>
        <source>Links, answer and deadlines of the chosen request</source>
        <translation>روابط الطلب المختار وجوابه وآجاله</translation>
    </message>
    <message>
        <source>{number} came under no request of the case: {package} of {office}, {day}.</source>
        <translation>ورد {number} دون أي طلب في القضية: {package} من {office}، {day}.</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Calendar</source>
        <translation>التقويم</translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>Add a card</source>
        <translation>إضافة بطاقة</translation>
    </message>
    <message>
        <source>Nothing is written to the card. It signs once now, to show that it holds the key, and once at each unlock with its module and its PIN.</source>
        <translation>لا يُكتب شيء على البطاقة. توقّع الآن مرة لتثبت أنها تحمل المفتاح، ومرة عند كل فتح بوحدتها ورقمها السري.</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>المست&amp;خدم</translation>
    </message>
    <message>
        <source>Their &amp;passphrase</source>
        <translation>عبارة &amp;مروره</translation>
    </message>
    <message>
        <source>Their passphrase</source>
        <translation>عبارة مروره</translation>
    </message>
    <message>
        <source>Module of the card (PKCS#11)</source>
        <translation>وحدة البطاقة (PKCS#11)</translation>
    </message>
    <message>
        <source>&amp;Look for cards</source>
        <translation>الب&amp;حث عن بطاقات</translation>
    </message>
    <message>
        <source>&amp;Add it</source>
        <translation>إ&amp;ضافتها</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>يُرجى كتابة عبارة المرور.</translation>
    </message>
    <message>
        <source>Please look for the card first.</source>
        <translation>يُرجى البحث عن البطاقة أولًا.</translation>
    </message>
    <message>
        <source>Please type the PIN of the card.</source>
        <translation>يُرجى كتابة الرقم السري للبطاقة.</translation>
    </message>
    <message>
        <source>The card signs once, to show that it holds the key.</source>
        <translation>توقّع البطاقة مرة واحدة لتثبت أنها تحمل المفتاح.</translation>
    </message>
    <message>
        <source>&amp;Module of the card</source>
        <translation>و&amp;حدة البطاقة</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>ال&amp;مفتاح</translation>
    </message>
    <message>
        <source>P&amp;IN</source>
        <translation>الرقم ال&amp;سري</translation>
    </message>
    <message>
        <source>PIN of the card</source>
        <translation>الرقم السري للبطاقة</translation>
    </message>
    <message>
        <source>Please name the module that came with the card: a file that ends in .so or .dll.</source>
        <translation>يُرجى ذكر الوحدة المرفقة بالبطاقة: ملف ينتهي بـ ‎.so أو ‎.dll.</translation>
    </message>
    <message>
        <source>No card with a usable key is in the reader.</source>
        <translation>لا توجد في القارئ بطاقة ذات مفتاح صالح للاستعمال.</translation>
    </message>
</context>
<context>
    <name>CardRows</name>
    <message>
        <source>Module of the card (PKCS#11)</source>
        <translation>وحدة البطاقة (PKCS#11)</translation>
    </message>
    <message>
        <source>M&amp;odule of the card</source>
        <translation>&amp;وحدة البطاقة</translation>
    </message>
    <message>
        <source>P&amp;IN</source>
        <translation>الرقم ال&amp;سري</translation>
    </message>
    <message>
        <source>Please name the module that came with the card.</source>
        <translation>يُرجى ذكر الوحدة المرفقة بالبطاقة.</translation>
    </message>
    <message>
        <source>Please type the PIN of the card.</source>
        <translation>يُرجى كتابة الرقم السري للبطاقة.</translation>
    </message>
    <message>
        <source>PIN of the card</source>
        <translation>الرقم السري للبطاقة</translation>
    </message>
</context>
<context>
    <name>CaseDetails</name>
    <message>
        <source>Nothing is entered here yet.</source>
        <translation>لم يُدرج شيء هنا بعد.</translation>
    </message>
    <message>
        <source>Nothing is entered here yet. Add the first entry with the button below.</source>
        <translation>لم يُدرج شيء هنا بعد. أضف الإدخال الأول بالزر أدناه.</translation>
    </message>
    <message>
        <source>Details of the case</source>
        <translation>بيانات القضية</translation>
    </message>
    <message>
        <source>Choose a person first.</source>
        <translation>اختر شخصًا أولًا.</translation>
    </message>
    <message>
        <source>This entry names no exhibit and no statement as its source.</source>
        <translation>لا يسمي هذا القيد دليلًا ولا كشفًا مصدرًا له.</translation>
    </message>
    <message>
        <source>The balances agree with the rows.</source>
        <translation>الرصيدان متفقان مع الصفوف.</translation>
    </message>
    <message>
        <source>The identity is sealed already. Reveal it to correct it.</source>
        <translation>الهوية مختومة بالفعل. اكشفها لتصحيحها.</translation>
    </message>
    <message>
        <source>Sections of the case</source>
        <translation>أقسام القضية</translation>
    </message>
</context>
<context>
    <name>CasesView</name>
    <message>
        <source>Search by reference or title</source>
        <translation>البحث بالمرجع أو العنوان</translation>
    </message>
    <message>
        <source>Search cases</source>
        <translation>البحث في القضايا</translation>
    </message>
    <message>
        <source>&amp;Work on this case</source>
        <translation>ال&amp;عمل على هذه القضية</translation>
    </message>
    <message>
        <source>Purpose of access…</source>
        <translation>الغرض من الاطلاع…</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>قضية ج&amp;ديدة…</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>القضايا</translation>
    </message>
    <message>
        <source>No case yet</source>
        <translation>لا توجد قضية بعد</translation>
    </message>
    <message>
        <source>Open the first case file of this vault.</source>
        <translation>افتح أول ملف قضية في هذه الخزنة.</translation>
    </message>
    <message>
        <source>The assessment is sealed.</source>
        <translation>خُتم التقييم.</translation>
    </message>
    <message>
        <source>Show the list of cases, or put it away: {key}</source>
        <translation>إظهار قائمة القضايا أو إخفاؤها: {key}</translation>
    </message>
    <message>
        <source>Hide the list</source>
        <translation>إخفاء القائمة</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>إظهار القائمة</translation>
    </message>
</context>
<context>
    <name>CautionTextDialog</name>
    <message>
        <source>Text of a caution</source>
        <translation>نص تنبيه</translation>
    </message>
    <message>
        <source>The next record says it so. Records that are there keep the words that were said.</source>
        <translation>يقوله المحضر التالي هكذا. والمحاضر الموجودة تحتفظ بالكلمات التي قيلت.</translation>
    </message>
    <message>
        <source>&amp;Caution</source>
        <translation>ال&amp;تنبيه</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>ال&amp;نص</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>Please choose.</source>
        <translation>يُرجى الاختيار.</translation>
    </message>
</context>
<context>
    <name>CautionsPart</name>
    <message>
        <source>At the record, /v puts these texts in, and keeps what was said with its time. Without a text of the office, a neutral one of this program is offered, which is no official formula.</source>
        <translation>في المحضر يُدرج ‎/v هذه النصوص، ويحفظ ما قيل مع وقته. وإن لم يكن للمكتب نص، يُعرض نص محايد من البرنامج، وهو ليس صيغة رسمية.</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>التنبيه</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>النسخة</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Texts of cautions</source>
        <translation>نصوص التنبيهات</translation>
    </message>
    <message>
        <source>The office has no text of its own yet.</source>
        <translation>ليس للمكتب نص خاص بعد.</translation>
    </message>
    <message>
        <source>Enter a te&amp;xt…</source>
        <translation>إدخال إدخال نص&amp;…نص…</translation>
    </message>
    <message>
        <source>Longest time without a break…</source>
        <translation>أطول مدة دون استراحة…</translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>What stops the certificate</source>
        <translation>ما يمنع الشهادة</translation>
    </message>
    <message>
        <source>&amp;Wording of the office</source>
        <translation>صيغة المكتب</translation>
    </message>
    <message>
        <source>&amp;Show the wording</source>
        <translation>إظهار الصيغة</translation>
    </message>
    <message>
        <source>&amp;Certify</source>
        <translation>شهادة</translation>
    </message>
    <message>
        <source>Please write where it is certified.</source>
        <translation>يرجى كتابة مكان الشهادة.</translation>
    </message>
    <message>
        <source>Filled in again: {elements}. Place, day or work is no longer what it was. What you wrote stands below each.</source>
        <translation>مُلئ من جديد: {elements}. لم يعد المكان أو اليوم أو العمل كما كان. وما كتبته يظهر أسفل كل عنصر.</translation>
    </message>
    <message>
        <source>Please complete this: nothing may stand as {gap}.</source>
        <translation>يرجى إكمال هذا: لا يجوز أن يبقى شيء مثل {gap}.</translation>
    </message>
    <message>
        <source>It is being signed…</source>
        <translation>جارٍ التوقيع…</translation>
    </message>
    <message>
        <source>{name}, {language}, version {number}</source>
        <translation>{name}، {language}، النسخة {number}</translation>
    </message>
    <message>
        <source>The office has entered no wording yet. A magistrate enters it.</source>
        <translation>لم يُدخل المكتب أي صيغة بعد. يُدخلها قاضٍ.</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>Please choose a wording of the office.</source>
        <translation>يرجى اختيار نص من نصوص المكتب.</translation>
    </message>
    <message>
        <source>Another place was written, or another wording chosen. Show the wording again: what you wrote stays.</source>
        <translation>كُتب مكان آخر أو اختيرت صيغة أخرى. اعرض الصيغة من جديد: ما كتبته يبقى.</translation>
    </message>
    <message>
        <source>{wording} (no official formula)</source>
        <translation>{wording} (ليست صيغة رسمية)</translation>
    </message>
    <message>
        <source>Say why it is certified all the same; the reasons are signed too.</source>
        <translation>اذكر سبب المصادقة مع ذلك؛ الأسباب تُوقَّع أيضاً.</translation>
    </message>
    <message>
        <source>Reason for certifying all the same</source>
        <translation>سبب المصادقة مع ذلك</translation>
    </message>
    <message>
        <source>What stops it: {count}. Enter goes to the place.</source>
        <translation>ما يمنعها: {count}. الإدخال يذهب إلى الموضع.</translation>
    </message>
    <message>
        <source>Please show the wording first: its words are what you sign.</source>
        <translation>يرجى عرض الصيغة أولًا: كلماتها هي ما توقّعه.</translation>
    </message>
</context>
<context>
    <name>CertificationDialog</name>
    <message>
        <source>Certification</source>
        <translation>التصديق</translation>
    </message>
    <message>
        <source>Certified by</source>
        <translation>صدّق عليه</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>التاريخ والوقت</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>الإقرار</translation>
    </message>
    <message>
        <source>Checking the signature…</source>
        <translation>يجري التحقق من التوقيع…</translation>
    </message>
    <message>
        <source>Certify &amp;again…</source>
        <translation>التصديق من &amp;جديد…</translation>
    </message>
    <message>
        <source>The signature is valid: it is the linguist&apos;s own.</source>
        <translation>التوقيع صحيح: هو توقيع اللغوي نفسه.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
</context>
<context>
    <name>CertifyDialog</name>
    <message>
        <source>This turn alone</source>
        <translation>هذه المداخلة وحدها</translation>
    </message>
    <message>
        <source>Certify renderings</source>
        <translation>التصديق على الترجمة</translation>
    </message>
    <message>
        <source>The linguist reads the words below and the text of the certificate, and signs with their own key. If the original or the rendering changes later, this certification no longer covers it.</source>
        <translation>يقرأ اللغوي الكلمات أدناه ونص الشهادة، ويوقّع بمفتاحه الخاص. إذا تغيّر الأصل أو ما نُقل لاحقاً، لم تعد هذه الشهادة تغطيه.</translation>
    </message>
    <message>
        <source>The record was not read back yet: nothing can be certified of its reading back before that.</source>
        <translation>لم يُتلَ المحضر بعد: لا يمكن التصديق على شيء من تلاوته قبلها.</translation>
    </message>
    <message>
        <source>All turns rendered by this linguist ({count})</source>
        <translation>جميع المداخلات التي ترجمها ({count})</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>&amp;Fill in the wording</source>
        <translation>ملء الصيغة</translation>
    </message>
    <message>
        <source>Text of the certificate</source>
        <translation>نص الشهادة</translation>
    </message>
    <message>
        <source>&amp;Wording</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>T&amp;ext of the certificate</source>
        <translation>نص الشهادة</translation>
    </message>
    <message>
        <source>Please complete this: nothing may stand as {gap}.</source>
        <translation>يُرجى إكمال هذا: لا يجوز أن يبقى شيء بصورة {gap}.</translation>
    </message>
    <message>
        <source>The text was filled in for other turns. Empty it, and fill in the wording again.</source>
        <translation>مُلئ النص لمداخلات أخرى. أفرغه واملأ الصيغة من جديد.</translation>
    </message>
    <message>
        <source>It is being signed…</source>
        <translation>جارٍ التوقيع…</translation>
    </message>
    <message>
        <source>Please choose a wording.</source>
        <translation>يُرجى اختيار صيغة.</translation>
    </message>
    <message>
        <source>Something is written there. Empty the text first: nothing is written over it.</source>
        <translation>كُتب شيء هناك. أفرغ النص أولاً: لا يُكتب شيء فوقه.</translation>
    </message>
    <message>
        <source>Every word of the text is signed. What nobody entered stands as {gap}: the linguist writes it.</source>
        <translation>كل كلمة في النص تُوقَّع. وما لم يُدخله أحد يظهر بصورة {gap}: يكتبه اللغوي.</translation>
    </message>
    <message>
        <source>Linguist</source>
        <translation>اللغوي</translation>
    </message>
    <message>
        <source>&amp;Certified are</source>
        <translation>ما يُ&amp;صدَّق</translation>
    </message>
    <message>
        <source>Si&amp;gn</source>
        <translation>تو&amp;قيع</translation>
    </message>
    <message>
        <source>Please write what the linguist certifies.</source>
        <translation>اكتب ما يُقرّ به اللغوي.</translation>
    </message>
</context>
<context>
    <name>ChangedSource</name>
    <message>
        <source>The source changed</source>
        <translation>تغيّر المصدر</translation>
    </message>
    <message>
        <source>What version {number} was made from</source>
        <translation>ما أُنجزت منه الصيغة {number}</translation>
    </message>
    <message>
        <source>The source now</source>
        <translation>المصدر الآن</translation>
    </message>
    <message>
        <source>Words that went are struck, words that came are underlined. Write the turn again.</source>
        <translation>الكلمات التي حُذفت مشطوبة، والكلمات التي أُضيفت تحتها خط. اكتب المداخلة من جديد.</translation>
    </message>
    <message>
        <source>The words of then were not found. Read the source again, and write the turn again.</source>
        <translation>لم يُعثر على الكلمات السابقة. اقرأ المصدر من جديد واكتب المداخلة من جديد.</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check a signed file</source>
        <translation>فحص ملف موقّع</translation>
    </message>
    <message>
        <source>PDF, ASiC container, .p7s, .p7m or signed e-mail. Nothing is imported or kept, and nothing leaves this computer.</source>
        <translation>ملف PDF أو حاوية ASiC أو p7s أو p7m أو رسالة بريد إلكتروني موقَّعة. لا يُستورد شيء ولا يُحفظ، ولا يغادر شيء هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Signed &amp;file…</source>
        <translation>ال&amp;ملف الموقّع…</translation>
    </message>
    <message>
        <source>Signed file</source>
        <translation>الملف الموقّع</translation>
    </message>
    <message>
        <source>File that it &amp;signs…</source>
        <translation>الملف الذي ي&amp;وقّعه…</translation>
    </message>
    <message>
        <source>File that it signs</source>
        <translation>الملف الذي يوقّعه</translation>
    </message>
    <message>
        <source>&amp;Trust a certificate…</source>
        <translation>ال&amp;ثقة بشهادة…</translation>
    </message>
    <message>
        <source>For this check only. Compare the fingerprint with the one that the authority told you in another way.</source>
        <translation>لهذا الفحص فقط. قارنوا البصمة بالتي أخبرتكم بها الجهة بطريق آخر.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>The signatures are checked…</source>
        <translation>تُفحص التوقيعات…</translation>
    </message>
    <message>
        <source>The check was stopped. Nothing is said of the file.</source>
        <translation>أُوقف الفحص. لا يُقال شيء عن الملف.</translation>
    </message>
    <message>
        <source>Certificate that you trust</source>
        <translation>شهادة تثقون بها</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove {certificate}</source>
        <translation>إزالة {certificate}</translation>
    </message>
</context>
<context>
    <name>CheckedByDialog</name>
    <message>
        <source>Did the author check these renditions?</source>
        <translation>هل راجع صاحبُ الترجمة هذه الترجمات؟</translation>
    </message>
    <message>
        <source>Whoever rendered read or heard their renditions again, and stands by them. The record says so under your name. Only drafts change; the words stay.</source>
        <translation>من ترجم قرأ ترجماته أو سمعها من جديد وهو متمسك بها. يقول المحضر ذلك باسمك. لا تتغير إلا المسودات، وتبقى الكلمات.</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>&amp;صاحب الترجمة</translation>
    </message>
    <message>
        <source>All drafts of this author</source>
        <translation>كل مسودات صاحب الترجمة هذا</translation>
    </message>
    <message>
        <source>Author &amp;checked them</source>
        <translation>&amp;راجعها صاحبها</translation>
    </message>
    <message>
        <source>Please choose who checked them.</source>
        <translation>اختر من راجعها.</translation>
    </message>
    <message>
        <source>None of these turns has a draft of this author.</source>
        <translation>ليس في هذه المداخلات مسودة لصاحب الترجمة هذا.</translation>
    </message>
    <message numerus="yes">
        <source>%n rendition(s) get the state &quot;checked by its author&quot;.</source>
        <translation>
            <numerusform>لا ترجمة تأخذ حالة «راجعها صاحبها».</numerusform>
            <numerusform>ترجمة واحدة تأخذ حالة «راجعها صاحبها».</numerusform>
            <numerusform>ترجمتان تأخذان حالة «راجعها صاحبها».</numerusform>
            <numerusform>%n ترجمات تأخذ حالة «راجعها صاحبها».</numerusform>
            <numerusform>%n ترجمة تأخذ حالة «راجعها صاحبها».</numerusform>
            <numerusform>%n ترجمة تأخذ حالة «راجعها صاحبها».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckingWindow</name>
    <message>
        <source>The window takes one file at a time that you may read: a signed file, to learn what it is worth.</source>
        <translation>تأخذ النافذة ملفًّا واحدًا في كل مرة يجوز لك قراءته: ملفًّا موقَّعًا، لمعرفة قيمة توقيعه.</translation>
    </message>
    <message>
        <source>It also takes the folder of a closed package, or one of its volumes. Files and folders of an exhibit are dropped on its card, on the page Exhibits, by who may register exhibits.</source>
        <translation>وتأخذ أيضًا مجلد حزمة مغلقة أو أحد أجزائها. أما ملفات الدليل ومجلداته فيفلتها على بطاقته، في صفحة الأدلة، من يجوز له تسجيل الأدلة.</translation>
    </message>
    <message>
        <source>This was not taken</source>
        <translation>لم يؤخذ هذا</translation>
    </message>
</context>
<context>
    <name>ChronologyChart</name>
    <message>
        <source>Drawing of the chronology; the list below says the same</source>
        <translation>رسم التسلسل الزمني؛ القائمة أدناه تقول الشيء نفسه</translation>
    </message>
</context>
<context>
    <name>ChronologyDialog</name>
    <message>
        <source>Chronology</source>
        <translation>التسلسل الزمني</translation>
    </message>
    <message>
        <source>Points of the chronology</source>
        <translation>نقاط التسلسل الزمني</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>ت&amp;كبير</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>تص&amp;غير</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>أ&amp;سبق</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>أح&amp;دث</translation>
    </message>
    <message>
        <source>&amp;Whole case</source>
        <translation>القضية &amp;كاملة</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;طباعة…</translation>
    </message>
    <message>
        <source>Go to the &amp;source</source>
        <translation>إلى ال&amp;مصدر</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message numerus="yes">
        <source>{lane}: %n point(s), counted alone</source>
        <translation>
            <numerusform>{lane}: لا نقاط</numerusform>
            <numerusform>{lane}: نقطة واحدة معدودة فقط</numerusform>
            <numerusform>{lane}: نقطتان معدودتان فقط</numerusform>
            <numerusform>{lane}: %n نقاط معدودة فقط</numerusform>
            <numerusform>{lane}: %n نقطة معدودة فقط</numerusform>
            <numerusform>{lane}: %n نقطة معدودة فقط</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a known date</source>
        <translation>
            <numerusform>بلا تاريخ معروف: %n</numerusform>
            <numerusform>بلا تاريخ معروف: %n</numerusform>
            <numerusform>بلا تاريخ معروف: %n</numerusform>
            <numerusform>بلا تاريخ معروف: %n</numerusform>
            <numerusform>بلا تاريخ معروف: %n</numerusform>
            <numerusform>بلا تاريخ معروف: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>لا نقاط (%n)</numerusform>
            <numerusform>نقطة واحدة (%n)</numerusform>
            <numerusform>نقطتان (%n)</numerusform>
            <numerusform>%n نقاط</numerusform>
            <numerusform>%n نقطة</numerusform>
            <numerusform>%n نقطة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimDialog</name>
    <message>
        <source>Add a claim about {person}</source>
        <translation>إضافة إفادة عن {person}</translation>
    </message>
    <message>
        <source>A claim is what somebody says. It stays a claim, beside others that differ.</source>
        <translation>الإفادة ما يقوله أحد. وتبقى إفادة إلى جانب غيرها مما يخالفها.</translation>
    </message>
    <message>
        <source>&amp;Turn of the record (its number)</source>
        <translation>رقم ال&amp;مداخلة في المحضر</translation>
    </message>
    <message>
        <source>Words (sealed with the protected identities)</source>
        <translation>الألفاظ (تُختم مع الهويات المحمية)</translation>
    </message>
    <message>
        <source>Who said it, and where</source>
        <translation>من قالها، وأين</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
</context>
<context>
    <name>ClockCard</name>
    <message>
        <source>The clock of this computer went back</source>
        <translation>رجعت ساعة هذا الحاسوب إلى الوراء</translation>
    </message>
    <message>
        <source>Sa&amp;y why it went back…</source>
        <translation>اذ&amp;كر سبب رجوعها…</translation>
    </message>
    <message>
        <source>An event before is of {before}; then the clock said {after}. Put date and time right first. Until somebody says why, no record, bundle, package or receipt is signed.</source>
        <translation>تاريخ حدث سابق {before}، ثم أشارت الساعة إلى {after}. صحّح التاريخ والوقت أولًا. وإلى أن يذكر أحدهم السبب، لا يُوقَّع محضر ولا حزمة ولا طرد ولا إيصال.</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Close the assignment of {name}?</source>
        <translation>إغلاق العمل المسند إلى {name}؟</translation>
    </message>
    <message>
        <source>The interpreter opens it no more. What was not merged is lost, unless you keep it.</source>
        <translation>لا يفتحه المترجم بعد ذلك. وما لم يُضم يضيع إلا إذا أبقيته.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>ال&amp;سبب</translation>
    </message>
    <message>
        <source>&amp;Keep the store for the office</source>
        <translation>إ&amp;بقاء المستودع للمكتب</translation>
    </message>
    <message>
        <source>&amp;Close it</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>يلزم سبب. اكتب السبب من فضلك.</translation>
    </message>
    <message>
        <source>Encrypt for the recipients</source>
        <translation>التشفير للمستلمين</translation>
    </message>
    <message>
        <source>A signed bundle can be read by everybody who finds it. Encrypted, it opens only for those whom you name here, with OpenSSL alone.</source>
        <translation>يستطيع كل من يجد الحزمة الموقعة قراءتها. أما المشفرة فلا يفتحها إلا من تسمونهم هنا، بواسطة OpenSSL وحده.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;تصفح…</translation>
    </message>
    <message>
        <source>&amp;Certificate of a recipient</source>
        <translation>&amp;شهادة مستلم</translation>
    </message>
    <message>
        <source>Certificate of a recipient</source>
        <translation>شهادة مستلم</translation>
    </message>
    <message>
        <source>Its &amp;fingerprint (SHA-256)</source>
        <translation>&amp;بصمتها (SHA-256)</translation>
    </message>
    <message>
        <source>Ask the recipient for the fingerprint by telephone, not in the message with the certificate. A wrong certificate would open the file to somebody else.</source>
        <translation>اسألوا المستلم عن البصمة بالهاتف، لا في الرسالة التي حملت الشهادة. فالشهادة الخاطئة تفتح الملف لشخص آخر.</translation>
    </message>
    <message>
        <source>&amp;Add this recipient</source>
        <translation>&amp;إضافة هذا المستلم</translation>
    </message>
    <message>
        <source>No passphrase</source>
        <translation>بلا عبارة مرور</translation>
    </message>
    <message>
        <source>New passphrase in &amp;words</source>
        <translation>عبارة مرور جديدة من &amp;كلمات</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>ت&amp;صفح…</translation>
    </message>
    <message>
        <source>New f&amp;older</source>
        <translation>&amp;مجلد جديد</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>مجلد جديد</translation>
    </message>
    <message>
        <source>&amp;Encrypt</source>
        <translation>ت&amp;شفير</translation>
    </message>
    <message>
        <source>Please name a recipient, or choose a passphrase.</source>
        <translation>سمّوا مستلما، أو اختاروا عبارة مرور.</translation>
    </message>
    <message>
        <source>The file is encrypted, and what was written is read again.</source>
        <translation>يُشفَّر الملف، ثم يُقرأ ما كُتب مرة أخرى.</translation>
    </message>
    <message>
        <source>Please choose the file with the certificate.</source>
        <translation>اختاروا ملف الشهادة.</translation>
    </message>
    <message>
        <source>Please type the fingerprint as the recipient tells it.</source>
        <translation>اكتبوا البصمة كما يقولها المستلم.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove {recipient}</source>
        <translation>إزالة {recipient}</translation>
    </message>
</context>
<context>
    <name>ClosedDialog</name>
    <message numerus="yes">
        <source>Encrypted for %n recipient(s)</source>
        <translation>
            <numerusform>لم يُشفَّر لأحد</numerusform>
            <numerusform>شُفّر لمستلم واحد</numerusform>
            <numerusform>شُفّر لمستلمَين</numerusform>
            <numerusform>شُفّر لـ %n مستلمين</numerusform>
            <numerusform>شُفّر لـ %n مستلما</numerusform>
            <numerusform>شُفّر لـ %n مستلم</numerusform>
        </translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>الأجزاء</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>SHA-256 للملف</translation>
    </message>
</context>
<context>
    <name>ClosingList</name>
    <message>
        <source>Before signing</source>
        <translation>قبل التوقيع</translation>
    </message>
    <message>
        <source>Times, complaint, statement…</source>
        <translation>الأوقات والشكوى والتصريح…</translation>
    </message>
    <message>
        <source>Signature on paper…</source>
        <translation>توقيع على الورق…</translation>
    </message>
    <message>
        <source>next item</source>
        <translation>البند التالي</translation>
    </message>
    <message>
        <source>{stops} stop, {warns} warn</source>
        <translation>{stops} يمنع، {warns} ينبّه</translation>
    </message>
    <message>
        <source>Stops the signature</source>
        <translation>يمنع التوقيع</translation>
    </message>
    <message>
        <source>Needs a reason in words</source>
        <translation>يحتاج إلى سبب مكتوب</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>للعلم</translation>
    </message>
    <message>
        <source>In order, {good} of {all}</source>
        <translation>سليم، {good} من {all}</translation>
    </message>
    <message>
        <source>Print to sign by &amp;hand…</source>
        <translation>&amp;طباعة للتوقيع باليد…</translation>
    </message>
    <message>
        <source>A judge or prosecutor signs the record here, in a session of their own.</source>
        <translation>يوقّع المحضرَ هنا قاضٍ أو مدّعٍ عام، في جلسة عمل خاصة به.</translation>
    </message>
    <message>
        <source>Before the reading back</source>
        <translation>قبل التلاوة</translation>
    </message>
    <message>
        <source>{counted}, {expected} expected</source>
        <translation>{counted}، {expected} متوقَّعة</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>متوقَّع</translation>
    </message>
</context>
<context>
    <name>ClosingPart</name>
    <message>
        <source>Something stops the signature: see the closing list.</source>
        <translation>هناك ما يمنع التوقيع: انظر قائمة الختام.</translation>
    </message>
    <message>
        <source>Missing: {count}</source>
        <translation>الناقص: {count}</translation>
    </message>
    <message>
        <source>What can be entered before the reading back, and is not: {key} goes to the next item</source>
        <translation>ما يمكن تدوينه قبل التلاوة ولم يُدوَّن: {key} ينتقل إلى البند التالي</translation>
    </message>
    <message>
        <source>A correction is later than the end of the reading back that is entered. If the reading back went on, enter its later end: {button}</source>
        <translation>أحد التصحيحات لاحق لنهاية إعادة القراءة المدوَّنة. إن استمرت إعادة القراءة فدوّن نهايتها اللاحقة: {button}</translation>
    </message>
</context>
<context>
    <name>CodeBox</name>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>The new recovery code</source>
        <translation>رمز الاسترداد الجديد</translation>
    </message>
    <message>
        <source>If the passphrase is lost, only this code opens the vault. Keep it on paper, in a safe, away from this computer. It is shown only once.</source>
        <translation>إذا فُقدت عبارة المرور فلا يفتح الخزنة سوى هذا الرمز. احفظه على ورق في خزانة مأمونة بعيدًا عن هذا الحاسوب. لا يُعرض إلا هذه المرة.</translation>
    </message>
    <message>
        <source>&amp;Print the recovery sheet…</source>
        <translation>&amp;طباعة ورقة الاسترداد…</translation>
    </message>
    <message>
        <source>Recovery &amp;code, typed back from the sheet</source>
        <translation>رمز الا&amp;سترداد، منقولًا عن الورقة</translation>
    </message>
    <message>
        <source>Recovery code, typed back from the sheet</source>
        <translation>رمز الاسترداد، منقولًا عن الورقة</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;إنهاء</translation>
    </message>
    <message>
        <source>This is not the code that is shown here.</source>
        <translation>ليس هذا هو الرمز المعروض هنا.</translation>
    </message>
    <message>
        <source>Please type the code back first. This shows that the sheet can be read.</source>
        <translation>أعد كتابة الرمز أولًا: من دون ذلك لا تنفع الورقة أحدًا.</translation>
    </message>
    <message>
        <source>Recovery code {code}</source>
        <translation>رمز الاسترداد {code}</translation>
    </message>
</context>
<context>
    <name>CodedActs</name>
    <message>
        <source>/b break  ·  /x exhibit shown  ·  /e enters  ·  /l leaves  ·  /i interpreter  ·  /v caution  ·  /c conduct  ·  /n not written down  ·  /m mode</source>
        <translation>/b استراحة  ·  /x عرض دليل  ·  /e يدخل  ·  /l يخرج  ·  /i المترجم  ·  /v تنبيه  ·  /c سلوك  ·  /n لم يُدوَّن  ·  /m طريقة الترجمة</translation>
    </message>
    <message>
        <source>The interview is over: this needs its time. Play the recording to where it was, or enter it under Formalities.</source>
        <translation>انتهت المقابلة: يلزم الوقت. شغّل التسجيل حتى ذلك الموضع، أو أدخله في الإجراءات الشكلية.</translation>
    </message>
</context>
<context>
    <name>CodedEvents</name>
    <message>
        <source>the break ends</source>
        <translation>تنتهي الاستراحة</translation>
    </message>
    <message>
        <source>a break, with its reason: {reasons}, or words of yours</source>
        <translation>استراحة مع سببها: {reasons}، أو بكلماتك</translation>
    </message>
    <message>
        <source>a break, in your words: {reason}</source>
        <translation>استراحة، بكلماتك: {reason}</translation>
    </message>
    <message>
        <source>a break: {reason}</source>
        <translation>استراحة: {reason}</translation>
    </message>
    <message>
        <source>{number} is not registered in this case. Write one exhibit&apos;s number behind /x.</source>
        <translation>{number} غير مسجّل في هذه القضية. اكتب بعد /x رقم دليل واحد.</translation>
    </message>
    <message>
        <source>Write the number of one exhibit of this case behind /x.</source>
        <translation>اكتب بعد /x رقم دليل واحد من هذه القضية.</translation>
    </message>
    <message>
        <source>Write behind /e who enters.</source>
        <translation>اكتب بعد /e من يدخل.</translation>
    </message>
    <message>
        <source>Write behind /e one function and a name: {roles}.</source>
        <translation>اكتب بعد /e وظيفة واحدة واسمًا: {roles}.</translation>
    </message>
    <message>
        <source>Write behind /l which one leaves: {names}.</source>
        <translation>اكتب بعد /l من يخرج: {names}.</translation>
    </message>
    <message>
        <source>who enters: a name, or a function and a name ({example})</source>
        <translation>من يدخل: اسم، أو وظيفة واسم ({example})</translation>
    </message>
</context>
<context>
    <name>CodedTurns</name>
    <message>
        <source>the original was not written down; its range in the recording: 12:02 12:09</source>
        <translation>لم يُدوَّن الأصل؛ موضعه في التسجيل: 12:02 12:09</translation>
    </message>
    <message>
        <source>What could be seen has one of these codes: {codes}.</source>
        <translation>لِما أمكن رؤيته أحد هذه الرموز: {codes}.</translation>
    </message>
    <message>
        <source>No interpreter is entered in this record.</source>
        <translation>لا مترجم مسجَّل في هذا المحضر.</translation>
    </message>
    <message>
        <source>Write behind /i which interpreter speaks, and a comma before their words: {names}.</source>
        <translation>اكتب بعد ‎/i أي مترجم يتكلم، ثم فاصلة قبل كلامه: {names}.</translation>
    </message>
    <message>
        <source>the interpreter speaks for themselves</source>
        <translation>المترجم يتكلم باسمه</translation>
    </message>
    <message>
        <source>Write behind /v which caution: {cautions}.</source>
        <translation>اكتب بعد /v أي تنبيه: {cautions}.</translation>
    </message>
    <message>
        <source>No text of this caution is in these languages. Write it as it was said.</source>
        <translation>لا نص لهذا التنبيه بهاتين اللغتين. اكتبه كما قيل.</translation>
    </message>
    <message>
        <source>Write the other language as it was said. If the text on file was read there, /v puts it in.</source>
        <translation>اكتب في اللغة الأخرى ما قيل. إذا قُرئ فيها النص المحفوظ فإن ‎/v يدرجه.</translation>
    </message>
    <message>
        <source>Write the range of the recording behind /n: 12:02 12:09.</source>
        <translation>اكتب بعد /n موضعه في التسجيل: 12:02 12:09.</translation>
    </message>
    <message>
        <source>Write behind /m one mode of interpreting: {modes}.</source>
        <translation>اكتب بعد ‎/m نمطًا واحدًا للترجمة: {modes}.</translation>
    </message>
</context>
<context>
    <name>ColumnsForm</name>
    <message>
        <source>Order of the date</source>
        <translation>ترتيب التاريخ</translation>
    </message>
    <message>
        <source>Sign before the decimals</source>
        <translation>العلامة قبل الكسور</translation>
    </message>
    <message>
        <source>Currency of all rows</source>
        <translation>عملة كل الصفوف</translation>
    </message>
    <message>
        <source>Column of the date</source>
        <translation>عمود التاريخ</translation>
    </message>
    <message>
        <source>Column of the value date</source>
        <translation>عمود تاريخ القيمة</translation>
    </message>
    <message>
        <source>Column of the amount with its sign</source>
        <translation>عمود المبلغ مع إشارته</translation>
    </message>
    <message>
        <source>Column of the direction</source>
        <translation>عمود الاتجاه</translation>
    </message>
    <message>
        <source>Its word for what went out</source>
        <translation>كلمته لما خرج</translation>
    </message>
    <message>
        <source>Column of what came in</source>
        <translation>عمود الوارد</translation>
    </message>
    <message>
        <source>Column of what went out</source>
        <translation>عمود الصادر</translation>
    </message>
    <message>
        <source>Column of the balance</source>
        <translation>عمود الرصيد</translation>
    </message>
    <message>
        <source>Column of the currency</source>
        <translation>عمود العملة</translation>
    </message>
    <message>
        <source>Column of the other party</source>
        <translation>عمود الطرف المقابل</translation>
    </message>
    <message>
        <source>Column of the other account</source>
        <translation>عمود الحساب الآخر</translation>
    </message>
    <message>
        <source>Column of the text</source>
        <translation>عمود البيان</translation>
    </message>
    <message>
        <source>Column of the reference</source>
        <translation>عمود المرجع</translation>
    </message>
    <message>
        <source>year, month, day</source>
        <translation>سنة، شهر، يوم</translation>
    </message>
    <message>
        <source>day, month, year</source>
        <translation>يوم، شهر، سنة</translation>
    </message>
    <message>
        <source>month, day, year</source>
        <translation>شهر، يوم، سنة</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>فاصلة</translation>
    </message>
    <message>
        <source>point</source>
        <translation>نقطة</translation>
    </message>
    <message>
        <source>&amp;Read the titles</source>
        <translation>قراءة ال&amp;عناوين</translation>
    </message>
    <message>
        <source>Columns are divided by</source>
        <translation>الفاصل بين الأعمدة</translation>
    </message>
    <message>
        <source>Row of the titles</source>
        <translation>صف العناوين</translation>
    </message>
    <message>
        <source>Choose in which order the date is written.</source>
        <translation>اختر الترتيب الذي كُتب به التاريخ.</translation>
    </message>
    <message>
        <source>Choose the sign before the decimals.</source>
        <translation>اختر العلامة قبل الكسور.</translation>
    </message>
    <message>
        <source>Choose the column of the date. Read the titles first.</source>
        <translation>اختر عمود التاريخ. اقرأ العناوين أولًا.</translation>
    </message>
    <message>
        <source>Choose the column of the amount, or one each for what came in and what went out.</source>
        <translation>اختر عمود المبلغ، أو عمودًا للوارد وآخر للصادر.</translation>
    </message>
    <message>
        <source>Write the currency of all rows, or choose its column.</source>
        <translation>اكتب عملة جميع الصفوف، أو اختر عمودها.</translation>
    </message>
    <message>
        <source>Write by which word the column of the direction says what went out.</source>
        <translation>اكتب بأي كلمة يدل عمود الاتجاه على الصادر.</translation>
    </message>
    <message>
        <source>Choose the column in which this word stands, or leave the word out.</source>
        <translation>اختر العمود الذي ترد فيه هذه الكلمة، أو احذف الكلمة.</translation>
    </message>
    <message>
        <source>Choose by which sign the columns are divided.</source>
        <translation>اختر العلامة التي تفصل بين الأعمدة.</translation>
    </message>
    <message>
        <source>Write the number of the row in which the titles stand.</source>
        <translation>اكتب رقم الصف الذي ترد فيه العناوين.</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>فاصلة منقوطة</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>علامة جدولة</translation>
    </message>
    <message>
        <source>vertical line</source>
        <translation>خط عمودي</translation>
    </message>
</context>
<context>
    <name>CompareCodeDialog</name>
    <message>
        <source>Compare a short code</source>
        <translation>مقارنة رمز قصير</translation>
    </message>
    <message>
        <source>Type the code that somebody noted, or the code at the foot of a printed page. Capitals, blanks and hyphens do not matter.</source>
        <translation>اكتب الرمز الذي دوّنه أحدهم أو الوارد أسفل صفحة مطبوعة. لا أهمية للأحرف الكبيرة والفراغات والشرطات.</translation>
    </message>
    <message>
        <source>Short &amp;code</source>
        <translation>الرمز ال&amp;قصير</translation>
    </message>
    <message>
        <source>C&amp;ompare</source>
        <translation>م&amp;قارنة</translation>
    </message>
    <message>
        <source>Please type the code: four groups of four letters and digits.</source>
        <translation>يُرجى كتابة الرمز: أربع مجموعات من أربعة أحرف وأرقام.</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Turn</source>
        <translation>المداخلة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>المداخلات</translation>
    </message>
    <message>
        <source>Versions of the turn</source>
        <translation>صيغ المداخلة</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>العمل</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>مقارنة مع</translation>
    </message>
    <message>
        <source>&amp;Compare with</source>
        <translation>مقارنة مع</translation>
    </message>
    <message>
        <source>&amp;Agree as second linguist…</source>
        <translation>موافقة كلغوي ثان…</translation>
    </message>
    <message>
        <source>&amp;Dispute as second linguist…</source>
        <translation>اعتراض كلغوي ثان…</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>All versions</source>
        <translation>كل الصيغ</translation>
    </message>
    <message>
        <source>only added to, never changed</source>
        <translation>يضاف إليها ولا تُغيَّر</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Whose, and when</source>
        <translation>لمن ومتى</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>Before, {turn}: {words}</source>
        <translation>قبلها، {turn}: {words}</translation>
    </message>
    <message>
        <source>Source, {language}</source>
        <translation>المصدر، {language}</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>لا اختلاف</numerusform>
            <numerusform>اختلاف واحد</numerusform>
            <numerusform>اختلافان</numerusform>
            <numerusform>%n اختلافات</numerusform>
            <numerusform>%n اختلافا</numerusform>
            <numerusform>%n اختلاف</numerusform>
        </translation>
    </message>
    <message>
        <source>The words are the same</source>
        <translation>الكلمات واحدة</translation>
    </message>
    <message>
        <source>{first}  or  {second}</source>
        <translation>{first}  أو  {second}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>“{reason}”  {name}</source>
        <translation>«{reason}»  {name}</translation>
    </message>
    <message>
        <source>Untouched</source>
        <translation>لم تُمس</translation>
    </message>
    <message>
        <source>A dispute of the last version is printed with it, and with its reason.</source>
        <translation>الاعتراض على الصيغة الأخيرة يُطبع معها ومع سببه.</translation>
    </message>
</context>
<context>
    <name>ComplaintDialog</name>
    <message>
        <source>A complaint or concern of your own</source>
        <translation>شكوى أو قلق يخصّك</translation>
    </message>
    <message>
        <source>Say what you work under: pressure, conditions, that you cannot understand, a conflict of interest. It is sealed for the magistrates at once: nobody else reads it, and it is not shown here again.</source>
        <translation>قل في أي ظروف تعمل: ضغط، أو ظروف عمل، أو أنك لا تستطيع الفهم، أو تضارب مصالح. يُختم ذلك للقضاة فورًا: لا يقرؤه أحد غيرهم، ولا يظهر هنا مرة أخرى.</translation>
    </message>
    <message>
        <source>&amp;What it is</source>
        <translation>&amp;ما هو</translation>
    </message>
    <message>
        <source>Please choose what it is.</source>
        <translation>يُرجى اختيار ما هو.</translation>
    </message>
</context>
<context>
    <name>ConcernDialog</name>
    <message>
        <source>Concern of a linguist</source>
        <translation>قلق أبداه لغوي</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>المحضر</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>قاله</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>أُدخل في</translation>
    </message>
    <message>
        <source>the whole job</source>
        <translation>العمل كله</translation>
    </message>
    <message>
        <source>About</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>ما هو</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>ما يقوله</translation>
    </message>
    <message>
        <source>Typed by</source>
        <translation>كتبه</translation>
    </message>
    <message>
        <source>What was sealed cannot be read. Ask who typed it what they wanted to say.</source>
        <translation>لا يمكن قراءة ما خُتم. اسأل من كتبه عما أراد قوله.</translation>
    </message>
    <message>
        <source>&amp;What was done</source>
        <translation>ما الذي فُعل</translation>
    </message>
    <message>
        <source>It is &amp;dealt with</source>
        <translation>عولج الأمر</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Please write what was done.</source>
        <translation>يرجى كتابة ما فُعل.</translation>
    </message>
    <message>
        <source>the whole of job {job}</source>
        <translation>العمل {job} كله</translation>
    </message>
    <message>
        <source>turn {turn}</source>
        <translation>المداخلة {turn}</translation>
    </message>
    <message>
        <source>What concerns you</source>
        <translation>ما يقلقك</translation>
    </message>
    <message>
        <source>A&amp;bout</source>
        <translation>&amp;بشأن</translation>
    </message>
    <message>
        <source>&amp;Seal it</source>
        <translation>&amp;ختم</translation>
    </message>
    <message>
        <source>Please write what concerns you.</source>
        <translation>يرجى كتابة ما يقلقك.</translation>
    </message>
    <message>
        <source>It is being sealed…</source>
        <translation>جارٍ الختم…</translation>
    </message>
    <message>
        <source>Objection of the person heard</source>
        <translation>اعتراض الشخص المسموع</translation>
    </message>
    <message>
        <source>To the interpreter</source>
        <translation>على المترجم</translation>
    </message>
    <message>
        <source>Said through</source>
        <translation>قيل عن طريق</translation>
    </message>
</context>
<context>
    <name>ConcernsDialog</name>
    <message>
        <source>Record</source>
        <translation>المحضر</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>أُدخل في</translation>
    </message>
    <message>
        <source>Typed by</source>
        <translation>كتبه</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>المخاوف</translation>
    </message>
    <message>
        <source>No concern was raised in this case.</source>
        <translation>لم يُبلَّغ عن خوف في هذا الملف.</translation>
    </message>
    <message>
        <source>&amp;Open it…</source>
        <translation>فتح…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Open this concern?</source>
        <translation>فتح هذا البلاغ؟</translation>
    </message>
    <message>
        <source>The event chain keeps that you read it, and why.</source>
        <translation>تحفظ سلسلة الأحداث أنك قرأته ولماذا.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Nobody dealt with it</source>
        <translation>لم يعالجه أحد</translation>
    </message>
    <message>
        <source>Dealt with by {name}, {at}</source>
        <translation>عالجه {name}، {at}</translation>
    </message>
    <message>
        <source>Concerns and objections in {case}</source>
        <translation>المخاوف والاعتراضات في {case}</translation>
    </message>
    <message>
        <source>A linguist noticed that somebody is afraid or threatened, or complains of what they work under; or the person heard objects to an interpreter. Only who may read assessments opens it; the event chain keeps that it was read, and why.</source>
        <translation>لاحظ لغوي أن شخصاً خائف أو مهدَّد، أو يشكو مما يعمل تحته؛ أو اعترض الشخص المسموع على مترجم. لا يفتحه إلا من يجوز له قراءة التقييمات؛ وتحفظ سلسلة الأحداث أنه قُرئ ولماذا.</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Confirm a transfer</source>
        <translation>تأكيد تسليم</translation>
    </message>
    <message>
        <source>What is confirmed is never changed. A wrong confirmation is withdrawn for a reason.</source>
        <translation>ما أُكِّد لا يُغيَّر أبدا. التأكيد الخاطئ يُسحب مع ذكر السبب.</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>&amp;Party</source>
        <translation>ال&amp;طرف</translation>
    </message>
    <message>
        <source>&amp;Way</source>
        <translation>الطريق&amp;ة</translation>
    </message>
    <message>
        <source>{user} confirms with their own key, as the user at this desk.</source>
        <translation>يؤكّد {user} بمفتاحه الخاص بصفته المستخدم على هذا المكتب.</translation>
    </message>
    <message>
        <source>C&amp;onfirm</source>
        <translation>تأ&amp;كيد</translation>
    </message>
    <message>
        <source>Both parties have confirmed this transfer.</source>
        <translation>أكّد الطرفان هذا التسليم.</translation>
    </message>
    <message>
        <source>Please choose.</source>
        <translation>يُرجى الاختيار.</translation>
    </message>
    <message>
        <source>Confirm with your key?</source>
        <translation>هل تؤكدون بمفتاحكم؟</translation>
    </message>
    <message>
        <source>{user} confirms as {party}.</source>
        <translation>{user} يؤكد بصفته {party}.</translation>
    </message>
    <message>
        <source>Confirm &amp;with my key</source>
        <translation>أكّدوا &amp;بمفتاحي</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>التاريخ والساعة</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>الختم</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Order or request</source>
        <translation>الأمر أو الطلب</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>الأدلة</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>البصمة</translation>
    </message>
    <message>
        <source>Name of who &amp;signs</source>
        <translation>ا&amp;سم الموقّع</translation>
    </message>
    <message>
        <source>Field for the signature, drawn with the mouse or a pen</source>
        <translation>حقل للتوقيع، يُرسم بالفأرة أو بقلم</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>م&amp;حو</translation>
    </message>
    <message>
        <source>Print the &amp;form…</source>
        <translation>اطبع الن&amp;موذج…</translation>
    </message>
    <message>
        <source>Signe&amp;d by</source>
        <translation>وقّع&amp;ه</translation>
    </message>
    <message>
        <source>Signed a&amp;t</source>
        <translation>وُقّع &amp;في</translation>
    </message>
    <message>
        <source>Scan of the form, an e&amp;xhibit</source>
        <translation>مسح النموذج، &amp;دليل</translation>
    </message>
    <message>
        <source>Di&amp;gest on the form</source>
        <translation>ال&amp;بصمة على النموذج</translation>
    </message>
    <message>
        <source>Its first {count} signs, or its code scanned</source>
        <translation>رموزها الأولى ({count}) أو رمزها الممسوح</translation>
    </message>
    <message>
        <source>Reason for late &amp;entry</source>
        <translation>سبب الت&amp;أخر في الإدخال</translation>
    </message>
    <message>
        <source>Needed if it was more than a day ago</source>
        <translation>لازم إن كان قبل أكثر من يوم</translation>
    </message>
    <message>
        <source>Please write who signs.</source>
        <translation>يرجى كتابة من يوقّع.</translation>
    </message>
    <message>
        <source>Nothing is signed yet. Sign in the field with the mouse or a pen.</source>
        <translation>لم يُوقَّع شيء بعد. وقّعوا في الحقل بالفأرة أو بقلم.</translation>
    </message>
    <message>
        <source>Please write who signed.</source>
        <translation>يرجى كتابة من وقّع.</translation>
    </message>
    <message>
        <source>Please write when it was signed.</source>
        <translation>يرجى كتابة متى وُقّع.</translation>
    </message>
    <message>
        <source>Please choose the exhibit that holds the scan.</source>
        <translation>يرجى اختيار الدليل الذي يحتوي المسح.</translation>
    </message>
    <message>
        <source>{party}: {name}</source>
        <translation>{party}: {name}</translation>
    </message>
    <message>
        <source>Where the form is written</source>
        <translation>أين يُكتب النموذج</translation>
    </message>
</context>
<context>
    <name>Confirming</name>
    <message>
        <source>&amp;Confirm the transfer…</source>
        <translation>تأ&amp;كيد التسليم…</translation>
    </message>
    <message>
        <source>&amp;Withdraw the confirmation…</source>
        <translation>&amp;سحب التأكيد…</translation>
    </message>
</context>
<context>
    <name>ConsultationsPart</name>
    <message>
        <source>What each user viewed or released, once a session, with the reason. The log stays in this vault and never goes into a bundle. Reading it is recorded in it too.</source>
        <translation>ما اطّلع عليه كل مستخدم أو سلّمه، مرة واحدة في كل جلسة، مع السبب. تبقى القائمة في هذه الخزنة ولا تدخل في أي حزمة، ويُدوَّن فيها أنك قرأتها.</translation>
    </message>
    <message>
        <source>Show only this case</source>
        <translation>للقضية فقط</translation>
    </message>
    <message>
        <source>Show only this user</source>
        <translation>للمستخدم فقط</translation>
    </message>
    <message>
        <source>&amp;Older entries</source>
        <translation>ع&amp;رض الأقدم</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>القضية</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>لماذا</translation>
    </message>
    <message>
        <source>Consultations</source>
        <translation>عمليات الاطلاع</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>القض&amp;ية</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>المست&amp;خدم</translation>
    </message>
    <message>
        <source>all cases</source>
        <translation>كل القضايا</translation>
    </message>
    <message>
        <source>all users</source>
        <translation>كل المستخدمين</translation>
    </message>
    <message>
        <source>{shown} of the newest {count} entries; there are older entries</source>
        <translation>{shown} من أحدث {count} قيد؛ توجد قيود أقدم</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n entry(s)</source>
        <translation>
            <numerusform>{shown} من %n قيد</numerusform>
            <numerusform>{shown} من قيد واحد</numerusform>
            <numerusform>{shown} من قيدين</numerusform>
            <numerusform>{shown} من %n قيود</numerusform>
            <numerusform>{shown} من %n قيدا</numerusform>
            <numerusform>{shown} من %n قيد</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}, {role}</source>
        <translation>{name}، {role}</translation>
    </message>
    <message>
        <source>to {recipient}</source>
        <translation>إلى {recipient}</translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>The service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Attached: {names}</source>
        <translation>مرفق: {names}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>الكلام</translation>
    </message>
</context>
<context>
    <name>CopyDialog</name>
    <message>
        <source>The copy as it leaves</source>
        <translation>النسخة كما ستغادر</translation>
    </message>
    <message>
        <source>Look at every page. The copy is kept as an exhibit derived from {number}, and it leaves in the place of the file.</source>
        <translation>انظر إلى كل صفحة. تُحفظ النسخة دليلًا مشتقًا من {number} وتغادر بدل الملف.</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>ال&amp;صفحة</translation>
    </message>
    <message>
        <source>Page of the copy</source>
        <translation>صفحة من النسخة</translation>
    </message>
    <message>
        <source>&amp;Keep this copy</source>
        <translation>&amp;حفظ هذه النسخة</translation>
    </message>
    <message>
        <source>What masked cells hold stands elsewhere in the copy: {words}. If it must not, go back and mask it there too.</source>
        <translation>ما تحويه خلايا محجوبة موجود في موضع آخر من النسخة: {words}. إن وجب ألا يخرج، فارجع واحجبه هناك أيضًا.</translation>
    </message>
    <message>
        <source>Page {number} of the copy</source>
        <translation>الصفحة {number} من النسخة</translation>
    </message>
    <message>
        <source>Text of the copy</source>
        <translation>نص النسخة</translation>
    </message>
</context>
<context>
    <name>CorrectionCard</name>
    <message>
        <source>Correction</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>طلبه</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>الأحرف الأولى</translation>
    </message>
    <message>
        <source>keep and read on</source>
        <translation>حفظ ومتابعة القراءة</translation>
    </message>
    <message>
        <source>words of the other language</source>
        <translation>كلمات اللغة الأخرى</translation>
    </message>
    <message>
        <source>drop</source>
        <translation>ترك</translation>
    </message>
    <message>
        <source>Correction {number}, turn {turn}</source>
        <translation>التصحيح {number}، المداخلة {turn}</translation>
    </message>
    <message>
        <source>Text after, {language}</source>
        <translation>النص بعد، {language}</translation>
    </message>
    <message>
        <source>Nothing is changed yet. Write what shall stand instead.</source>
        <translation>لم يتغير شيء بعد. اكتب ما يجب أن يحل محله.</translation>
    </message>
    <message>
        <source>Without a text after, the reason is an ordered redaction.</source>
        <translation>بدون نص بعد، يكون السبب حذفًا مأمورًا به.</translation>
    </message>
    <message>
        <source>Without a text before, the reason is an addition.</source>
        <translation>بدون نص قبل، يكون السبب إضافة.</translation>
    </message>
    <message>
        <source>Please say who asked for the correction: {key}.</source>
        <translation>اذكر من طلب التصحيح: {key}.</translation>
    </message>
    <message>
        <source>Please say why: {key}.</source>
        <translation>اذكر السبب: {key}.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>The text before stays; the correction is printed under it and listed</source>
        <translation>يبقى النص السابق؛ ويُطبع التصحيح تحته ويُدرج في القائمة</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>THB Desktop</source>
        <translation>THB Desktop</translation>
    </message>
    <message>
        <source>&amp;Show it</source>
        <translation>إ&amp;ظهار</translation>
    </message>
    <message>
        <source>The vault locks</source>
        <translation>تُقفل الخزنة</translation>
    </message>
    <message>
        <source>The work in progress is finished first; then the vault locks.</source>
        <translation>يُنجَز أولًا ما هو جارٍ، ثم تُقفل الخزنة.</translation>
    </message>
    <message>
        <source>A recovery code or a recovery share is not on paper yet. It is never shown again, so the vault locks as soon as you have it on paper.</source>
        <translation>ثمة رمز استرداد أو حصة بانتظار وضعها على ورق. لا يُعرض ذلك ثانيةً أبدًا، فتُقفل الخزنة حالما يصبح على ورق.</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>جارٍ الإنجاز</translation>
    </message>
</context>
<context>
    <name>CreateView</name>
    <message>
        <source>&amp;Office</source>
        <translation>الم&amp;كتب</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>ا&amp;سمك</translation>
    </message>
    <message>
        <source>Your &amp;function</source>
        <translation>&amp;وظيفتك</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>الم&amp;جلد</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;رجوع</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>ت&amp;صفح…</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>ع&amp;بارة المرور</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>&amp;Repeat it</source>
        <translation>&amp;كرّرها</translation>
    </message>
    <message>
        <source>Passphrase, repeated</source>
        <translation>عبارة المرور، مكرّرة</translation>
    </message>
    <message>
        <source>Making the vault</source>
        <translation>جارٍ إنشاء الخزنة</translation>
    </message>
    <message>
        <source>&amp;Make the vault</source>
        <translation>إن&amp;شاء الخزنة</translation>
    </message>
    <message>
        <source>&amp;Print the recovery sheet…</source>
        <translation>&amp;طباعة ورقة الاسترداد…</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>متا&amp;بعة</translation>
    </message>
    <message>
        <source>What the draft of a record said before it was changed. What is kept may have to be disclosed. This version makes no vault that does not keep it.</source>
        <translation>ما كانت تقوله مسودة المحضر قبل تغييرها. وما يُحفظ قد يلزم الكشف عنه. هذه النسخة لا تنشئ خزنة لا تحفظه.</translation>
    </message>
    <message>
        <source>I &amp;have it on paper</source>
        <translation>لديّ على &amp;ورق</translation>
    </message>
    <message>
        <source>Recovery &amp;code</source>
        <translation>رمز الا&amp;سترداد</translation>
    </message>
    <message>
        <source>&amp;Show it again</source>
        <translation>إ&amp;ظهاره من جديد</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;إنهاء</translation>
    </message>
    <message>
        <source>Make a vault</source>
        <translation>إنشاء خزنة</translation>
    </message>
    <message>
        <source>A vault is one folder that holds your cases, encrypted.</source>
        <translation>الخزنة مجلد واحد يضم قضاياك مشفّرة.</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>اختر عبارة مرور</translation>
    </message>
    <message>
        <source>It opens the vault and your signing key. Nobody can look it up for you.</source>
        <translation>تفتح الخزنة ومفتاح توقيعك. ولا يستطيع أحد أن يجدها لك من جديد.</translation>
    </message>
    <message>
        <source>If the passphrase is lost, only this code opens the vault. Keep it on paper, in a safe, away from this computer. It is shown only once.</source>
        <translation>إذا فُقدت عبارة المرور فلا يفتح الخزنة سوى هذا الرمز. احفظه على ورق في خزانة مأمونة بعيدًا عن هذا الحاسوب. لا يُعرض إلا هذه المرة.</translation>
    </message>
    <message>
        <source>This shows that the sheet can be read.</source>
        <translation>للتأكد من أن الورقة مقروءة.</translation>
    </message>
    <message>
        <source>Please write your name as it should appear under signatures.</source>
        <translation>اكتب اسمك كما سيظهر تحت التوقيعات.</translation>
    </message>
    <message>
        <source>Your recovery code</source>
        <translation>رمز الاسترداد الخاص بك</translation>
    </message>
    <message>
        <source>Type the code back</source>
        <translation>أعد كتابة الرمز</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>الخطوة {number} من {count}</translation>
    </message>
    <message>
        <source>A folder for the vault</source>
        <translation>مجلد للخزنة</translation>
    </message>
    <message>
        <source>Please write the name of your office.</source>
        <translation>اكتب اسم مكتبك.</translation>
    </message>
    <message>
        <source>Please choose your function.</source>
        <translation>يرجى اختيار وظيفتك.</translation>
    </message>
    <message>
        <source>Please choose a folder.</source>
        <translation>اختر مجلدًا.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Please type them again.</source>
        <translation>عبارتا المرور مختلفتان. اكتبهما من جديد.</translation>
    </message>
    <message>
        <source>Former words of d&amp;rafts</source>
        <translation>ال&amp;صيغ السابقة للمسودات</translation>
    </message>
    <message>
        <source>Please say whether former wordings of draft records are kept.</source>
        <translation>يُرجى ذكر ما إذا كانت الصيغ السابقة للمسودات تُحفظ.</translation>
    </message>
    <message>
        <source>Recovery code {code}</source>
        <translation>رمز الاسترداد {code}</translation>
    </message>
</context>
<context>
    <name>CustodyView</name>
    <message>
        <source>Exhibit</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>&amp;Record an event…</source>
        <translation>&amp;تسجيل حدث…</translation>
    </message>
    <message>
        <source>Custody events</source>
        <translation>أحداث الحيازة</translation>
    </message>
    <message>
        <source>No custody events yet</source>
        <translation>لا توجد أحداث حيازة بعد</translation>
    </message>
    <message>
        <source>Register an exhibit on the page Exhibits: this records its first event.</source>
        <translation>سجّل دليلًا في صفحة الأدلة: يُدخَل بذلك أول حدث له.</translation>
    </message>
    <message>
        <source>In quarantine: {numbers}.</source>
        <translation>في الحجر: {numbers}.</translation>
    </message>
    <message>
        <source>The content is not as stated: {numbers}.</source>
        <translation>المحتوى ليس كما ذُكر: {numbers}.</translation>
    </message>
    <message>
        <source>Not read: {numbers}.</source>
        <translation>لم يُقرأ: {numbers}.</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>التاريخ والوقت</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>Events o&amp;f</source>
        <translation>أ&amp;حداث</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>مصحَّح</translation>
    </message>
    <message>
        <source>Late entry</source>
        <translation>إدخال متأخر</translation>
    </message>
    <message>
        <source>all exhibits</source>
        <translation>كل الأدلة</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) recorded in this case</source>
        <translation>
            <numerusform>لا أحداث مسجَّلة في هذه القضية</numerusform>
            <numerusform>حدث واحد مسجَّل في هذه القضية</numerusform>
            <numerusform>حدثان مسجَّلان في هذه القضية</numerusform>
            <numerusform>%n أحداث مسجَّلة في هذه القضية</numerusform>
            <numerusform>%n حدثًا مسجَّلًا في هذه القضية</numerusform>
            <numerusform>%n حدث مسجَّل في هذه القضية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n event(s) recorded in this case</source>
        <translation>
            <numerusform>{shown} من أصل لا أحداث مسجَّلة في هذه القضية</numerusform>
            <numerusform>{shown} من حدث واحد مسجَّل في هذه القضية</numerusform>
            <numerusform>{shown} من حدثين مسجَّلين في هذه القضية</numerusform>
            <numerusform>{shown} من %n أحداث مسجَّلة في هذه القضية</numerusform>
            <numerusform>{shown} من %n حدثًا مسجَّلًا في هذه القضية</numerusform>
            <numerusform>{shown} من %n حدث مسجَّل في هذه القضية</numerusform>
        </translation>
    </message>
    <message>
        <source>Only late &amp;entries and findings</source>
        <translation>المتأخرة وذات الملاحظات فقط</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>لا ملاحظات</numerusform>
            <numerusform>ملاحظة واحدة</numerusform>
            <numerusform>ملاحظتان</numerusform>
            <numerusform>%n ملاحظات</numerusform>
            <numerusform>%n ملاحظة</numerusform>
            <numerusform>%n ملاحظة</numerusform>
        </translation>
    </message>
    <message>
        <source>Read files a&amp;gain…</source>
        <translation>&amp;قراءة الملفات من جديد…</translation>
    </message>
    <message>
        <source>Reading stored files</source>
        <translation>قراءة الملفات المخزَّنة</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n exhibit(s) were read.</source>
        <translation>
            <numerusform>أُوقف. لم يُقرأ أي دليل.</numerusform>
            <numerusform>أُوقف. قُرئ دليل واحد.</numerusform>
            <numerusform>أُوقف. قُرئ دليلان.</numerusform>
            <numerusform>أُوقف. قُرئت %n أدلة.</numerusform>
            <numerusform>أُوقف. قُرئ %n دليلًا.</numerusform>
            <numerusform>أُوقف. قُرئ %n دليل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) were read, and all agree.</source>
        <translation>
            <numerusform>لم يُقرأ أي دليل.</numerusform>
            <numerusform>قُرئ دليل واحد وهو مطابق.</numerusform>
            <numerusform>قُرئ دليلان وهما مطابقان.</numerusform>
            <numerusform>قُرئت %n أدلة وكلها مطابقة.</numerusform>
            <numerusform>قُرئ %n دليلًا وكلها مطابقة.</numerusform>
            <numerusform>قُرئ %n دليل وكلها مطابقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Strip…</source>
        <translation>&amp;مسار الحفظ…</translation>
    </message>
    <message>
        <source>&amp;Kept until…</source>
        <translation>يُ&amp;حفظ حتى…</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Calendar (F4)</source>
        <translation>التقويم (F4)</translation>
    </message>
    <message>
        <source>{field}: {problem}</source>
        <translation>{field}: {problem}</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>اليوم</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Day, month, year</source>
        <translation>اليوم، الشهر، السنة</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>Your own passphrase</source>
        <translation>عبارة مرورك</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>ال&amp;سبب</translation>
    </message>
    <message>
        <source>Please write the reason.</source>
        <translation>اكتب السبب.</translation>
    </message>
    <message>
        <source>&amp;Your own passphrase</source>
        <translation>عبارة م&amp;رورك</translation>
    </message>
    <message>
        <source>Please type your own passphrase too: this changes who can open the vault.</source>
        <translation>اكتب عبارة مرورك أيضًا: هذا يغيّر من يستطيع فتح الخزنة.</translation>
    </message>
</context>
<context>
    <name>DecisionsMenu</name>
    <message>
        <source>&amp;Compare with its digest and seal…</source>
        <translation>&amp;مقارنة ببصمته وختمه…</translation>
    </message>
    <message>
        <source>&amp;Restrict its use…</source>
        <translation>ت&amp;قييد استعماله…</translation>
    </message>
    <message>
        <source>&amp;Lift the restriction…</source>
        <translation>&amp;رفع التقييد…</translation>
    </message>
    <message>
        <source>&amp;Annulled by decision…</source>
        <translation>ملغى بقرا&amp;ر…</translation>
    </message>
    <message>
        <source>Seal record {number}?</source>
        <translation>ختم المحضر {number}؟</translation>
    </message>
    <message>
        <source>The record is compared with the digest that was signed, and closed.</source>
        <translation>يُقارن المحضر بالبصمة الموقعة ثم يُغلق.</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>الختم</translation>
    </message>
</context>
<context>
    <name>DeclareDialog</name>
    <message>
        <source>Before the record opens</source>
        <translation>قبل أن يُفتح المحضر</translation>
    </message>
    <message>
        <source>You declare this with your signature, and the office reads it. Where you do not promise something, or something speaks against your independence, the record stays closed.</source>
        <translation>تصرّح بهذا بتوقيعك، ويقرؤه المكتب. إن لم تتعهد بشيء منه، أو كان هناك ما يمس استقلالك، يبقى المحضر مغلقًا.</translation>
    </message>
    <message>
        <source>What I read and hear stays secret, also afterwards</source>
        <translation>ما أقرؤه وأسمعه يبقى سرًّا، وبعد ذلك أيضًا</translation>
    </message>
    <message>
        <source>I work where nobody else sees or hears it</source>
        <translation>أعمل حيث لا يراه ولا يسمعه أحد غيري</translation>
    </message>
    <message>
        <source>I copy nothing out of the program</source>
        <translation>لا أنسخ شيئًا خارج البرنامج</translation>
    </message>
    <message>
        <source>I destroy what is left when the office has my work</source>
        <translation>أُتلف ما يبقى حين يصل عملي إلى المكتب</translation>
    </message>
    <message>
        <source>Does one of these hold of you?</source>
        <translation>هل ينطبق عليك شيء من هذا؟</translation>
    </message>
    <message>
        <source>&amp;What you say of it</source>
        <translation>ما ت&amp;قوله عنها</translation>
    </message>
    <message>
        <source>&amp;Sign this</source>
        <translation>&amp;وقّع هذا</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>Please answer this.</source>
        <translation>يرجى الإجابة عن هذا.</translation>
    </message>
    <message>
        <source>Please write why, so that the office can decide.</source>
        <translation>يرجى كتابة السبب كي يقرر المكتب.</translation>
    </message>
</context>
<context>
    <name>DescriptionsDialog</name>
    <message>
        <source>Description of exhibit {number}</source>
        <translation>وصف الدليل {number}</translation>
    </message>
    <message>
        <source>Descriptions</source>
        <translation>الأوصاف</translation>
    </message>
    <message>
        <source>Nothing of this exhibit is described yet.</source>
        <translation>لم يوصف شيء من هذا الدليل بعد.</translation>
    </message>
    <message>
        <source>Describe a &amp;thing…</source>
        <translation>وصف شي&amp;ء…</translation>
    </message>
    <message>
        <source>Add an online ca&amp;pture…</source>
        <translation>إضافة التقاط من الإن&amp;ترنت…</translation>
    </message>
    <message>
        <source>Co&amp;rrect…</source>
        <translation>تص&amp;حيح…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>شيء</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>التقاط</translation>
    </message>
    <message>
        <source>Describe a thing of exhibit {number}</source>
        <translation>وصف شيء من الدليل {number}</translation>
    </message>
    <message>
        <source>Add an online capture to exhibit {number}</source>
        <translation>إضافة التقاط من الإنترنت إلى الدليل {number}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Correct the description: {named}</source>
        <translation>تصحيح الوصف: {named}</translation>
    </message>
</context>
<context>
    <name>DeskModel</name>
    <message>
        <source>Turn {number}, to be mended</source>
        <translation>المداخلة {number}، للتعديل</translation>
    </message>
    <message>
        <source>On a break since {time}: /b and Enter end it</source>
        <translation>استراحة جارية منذ {time}: ⁦/b⁩ ثم Enter ينهيانها</translation>
    </message>
</context>
<context>
    <name>DeskState</name>
    <message>
        <source>This turn: {mode}</source>
        <translation>هذا الدور: {mode}</translation>
    </message>
</context>
<context>
    <name>DeskTimeNotes</name>
    <message>
        <source>There is no recording here at which something is noted.</source>
        <translation>لا يوجد هنا تسجيل تُدوَّن عليه ملاحظة.</translation>
    </message>
    <message>
        <source>A note is at a turn: choose one, or keep one first.</source>
        <translation>الملاحظة تكون على مداخلة: اختر واحدة، أو احفظ واحدة أولاً.</translation>
    </message>
    <message>
        <source>No open job renders this turn. A note is a linguist&apos;s: {key} leads to their jobs.</source>
        <translation>لا يوجد عمل مفتوح يترجم هذه المداخلة. الملاحظة تعود إلى لغوي: {key} يقود إلى أعماله.</translation>
    </message>
    <message>
        <source>At turn {turn}. It is signed by the linguist with their wording of the turn.</source>
        <translation>على المداخلة {turn}. يوقّعها اللغوي مع صياغته للمداخلة.</translation>
    </message>
    <message>
        <source>Note at a time of the recording</source>
        <translation>ملاحظة عند وقت من التسجيل</translation>
    </message>
    <message>
        <source>Noted for the linguist, who signs it. It stands at the turn, in the job.</source>
        <translation>دُوّنت للغوي وهو يوقّعها. تظهر عند المداخلة في العمل.</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>THB Desktop</source>
        <translation>THB Desktop</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>جارٍ العمل</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>البدء من جديد</translation>
    </message>
    <message>
        <source>This was typed before and not saved. It is shown again.</source>
        <translation>كُتب هذا من قبل ولم يُحفظ، وها هو يُعرض من جديد.</translation>
    </message>
    <message>
        <source>This is still open. Esc leaves it and keeps what is typed; then {key} closes the program.</source>
        <translation>ما زالت هذه النافذة مفتوحة. يغلقها Esc ويحفظ ما كُتب، ثم يغلق {key} البرنامج.</translation>
    </message>
    <message>
        <source>This is still open. Esc leaves it; then {key} closes the program.</source>
        <translation>ما زالت هذه النافذة مفتوحة. يغلقها Esc، ثم يغلق {key} البرنامج.</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>جارٍ العمل…</translation>
    </message>
</context>
<context>
    <name>DisputeDialog</name>
    <message>
        <source>Dispute turn {turn}</source>
        <translation>الاعتراض على المداخلة {turn}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>الفروق</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Your &amp;version</source>
        <translation>&amp;صيغتك</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>ال&amp;سبب</translation>
    </message>
    <message>
        <source>&amp;Keep the dispute</source>
        <translation>إبقاء الاعتراض</translation>
    </message>
    <message>
        <source>A dispute needs a version of one&apos;s own.</source>
        <translation>الاعتراض يحتاج إلى صيغة خاصة.</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>لا بد من سبب. اكتب لماذا.</translation>
    </message>
    <message>
        <source>These are the words of the version: change them, or agree.</source>
        <translation>هذه كلمات الصيغة نفسها: غيّرها أو وافق.</translation>
    </message>
    <message>
        <source>Both versions are kept and printed in the turn, with your reason. Your last word counts.</source>
        <translation>تُحفظ الصيغتان وتُطبعان في المداخلة مع سببك. كلمتك الأخيرة هي المعتبرة.</translation>
    </message>
</context>
<context>
    <name>DraftDialog</name>
    <message>
        <source>Draw up a version for a recipient</source>
        <translation>إعداد نسخة لمستلم</translation>
    </message>
    <message>
        <source>It lists which signed records and which exhibits the recipient gets. What is signed or registered later does not come into it. Words are masked afterwards.</source>
        <translation>تسرد المحاضر الموقعة والأدلة التي يحصل عليها المستلم. ما يُوقَّع أو يُسجَّل لاحقًا لا يدخل فيها. وتُحجب الكلمات بعد ذلك.</translation>
    </message>
    <message>
        <source>&amp;Recipient</source>
        <translation>المستلم</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>الغرض</translation>
    </message>
    <message>
        <source>Answers re&amp;quest</source>
        <translation>تجيب عن الطلب</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Or rests &amp;on</source>
        <translation>أو تستند إلى</translation>
    </message>
    <message>
        <source>For example: spontaneous information</source>
        <translation>مثلًا: معلومات تلقائية</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>All that the choices below allow</source>
        <translation>كل ما تسمح به الاختيارات أدناه</translation>
    </message>
    <message>
        <source>Those ticked on the page: {records} records, {exhibits} exhibits</source>
        <translation>المؤشَّر عليها في الصفحة: المحاضر {records}، الأدلة {exhibits}</translation>
    </message>
    <message>
        <source>Records and &amp;exhibits</source>
        <translation>المحاضر والأدلة</translation>
    </message>
    <message>
        <source>Only &amp;from this day</source>
        <translation>من هذا اليوم فقط</translation>
    </message>
    <message>
        <source>Only from this day</source>
        <translation>من هذا اليوم فقط</translation>
    </message>
    <message>
        <source>Only &amp;up to this day</source>
        <translation>حتى هذا اليوم فقط</translation>
    </message>
    <message>
        <source>Only up to this day</source>
        <translation>حتى هذا اليوم فقط</translation>
    </message>
    <message>
        <source>Only of authorities &amp;in</source>
        <translation>من سلطات هذا البلد فقط</translation>
    </message>
    <message>
        <source>Every country</source>
        <translation>كل البلدان</translation>
    </message>
    <message>
        <source>Only records of these persons</source>
        <translation>محاضر هؤلاء الأشخاص فقط</translation>
    </message>
    <message>
        <source>Only records of these perso&amp;ns (none ticked: of all)</source>
        <translation>محاضر هؤلاء الأشخاص فقط (دون تأشير: الجميع)</translation>
    </message>
    <message>
        <source>&amp;Draw up</source>
        <translation>إعداد</translation>
    </message>
    <message>
        <source>Please write who receives it.</source>
        <translation>يرجى كتابة من يستلمها.</translation>
    </message>
    <message>
        <source>Please write what it is for.</source>
        <translation>يرجى كتابة الغرض منها.</translation>
    </message>
    <message>
        <source>Please choose the request, or write on what else it rests.</source>
        <translation>يرجى اختيار الطلب، أو كتابة ما تستند إليه غير ذلك.</translation>
    </message>
    <message>
        <source>Please choose which records and exhibits are in it.</source>
        <translation>يرجى اختيار المحاضر والأدلة التي فيها.</translation>
    </message>
    <message>
        <source>The version is recorded.</source>
        <translation>تُسجَّل النسخة.</translation>
    </message>
</context>
<context>
    <name>EnterAssessmentDialog</name>
    <message>
        <source>New assessment of {person}</source>
        <translation>تقييم جديد لـ {person}</translation>
    </message>
    <message>
        <source>Write what the protection of this person needs, and no more.</source>
        <translation>اكتب ما تحتاج إليه حماية هذا الشخص، ولا أكثر.</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>&amp;بواسطة</translation>
    </message>
    <message>
        <source>Me&amp;thod</source>
        <translation>ال&amp;طريقة</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>المخاطر</translation>
    </message>
    <message>
        <source>&amp;Made on</source>
        <translation>أُج&amp;ري في</translation>
    </message>
    <message>
        <source>Personal characteristics</source>
        <translation>الخصائص الشخصية</translation>
    </message>
    <message>
        <source>Nature of the crime</source>
        <translation>طبيعة الجريمة</translation>
    </message>
    <message>
        <source>Grounds</source>
        <translation>الأسس</translation>
    </message>
    <message>
        <source>{risk}: grounds</source>
        <translation>{risk}: الأسس</translation>
    </message>
    <message>
        <source>&amp;Circumstances</source>
        <translation>ال&amp;ظروف</translation>
    </message>
    <message>
        <source>Circumstances</source>
        <translation>الظروف</translation>
    </message>
    <message>
        <source>&amp;Wishes of the person</source>
        <translation>&amp;رغبات الشخص</translation>
    </message>
    <message>
        <source>Wishes of the person</source>
        <translation>رغبات الشخص</translation>
    </message>
    <message>
        <source>Measures &amp;proposed, one a line</source>
        <translation>التدابير ال&amp;مقترحة، واحد في كل سطر</translation>
    </message>
    <message>
        <source>Measures proposed</source>
        <translation>التدابير المقترحة</translation>
    </message>
    <message>
        <source>&amp;Next review on</source>
        <translation>المراجعة ال&amp;تالية في</translation>
    </message>
    <message>
        <source>Communicate&amp;d to, one a line</source>
        <translation>أُ&amp;بلغ إلى، واحد في كل سطر</translation>
    </message>
    <message>
        <source>Communicated to</source>
        <translation>أُبلغ إلى</translation>
    </message>
    <message>
        <source>&amp;Seal it</source>
        <translation>&amp;ختم</translation>
    </message>
    <message>
        <source>Please write when the assessment was made.</source>
        <translation>يُرجى كتابة متى أُجري التقييم.</translation>
    </message>
    <message>
        <source>Please write who made the assessment.</source>
        <translation>يُرجى كتابة من أجرى التقييم.</translation>
    </message>
    <message>
        <source>Please choose the method.</source>
        <translation>يُرجى اختيار الطريقة.</translation>
    </message>
    <message>
        <source>Please choose the level of this risk.</source>
        <translation>يرجى اختيار مستوى هذا الخطر.</translation>
    </message>
    <message>
        <source>&amp;Refuses special measures</source>
        <translation>ر&amp;فض التدابير الخاصة</translation>
    </message>
</context>
<context>
    <name>EntryActs</name>
    <message>
        <source>&amp;History…</source>
        <translation>ال&amp;سجل…</translation>
    </message>
    <message>
        <source>Stri&amp;ke out…</source>
        <translation>ش&amp;طب…</translation>
    </message>
    <message>
        <source>Correc&amp;t…</source>
        <translation>ت&amp;صحيح…</translation>
    </message>
    <message>
        <source>An entry that was struck out cannot be corrected.</source>
        <translation>لا يُصحَّح قيد مشطوب.</translation>
    </message>
    <message>
        <source>Strike out {entry}?</source>
        <translation>شطب {entry}؟</translation>
    </message>
    <message>
        <source>Corrections of {entry}</source>
        <translation>تصحيحات {entry}</translation>
    </message>
    <message>
        <source>It was made in error. It stays readable with your reason, and is no longer offered for choice.</source>
        <translation>أُدخل خطأً: يبقى مقروءاً مع سببك ولا يُعرض بعد ذلك.</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>شطب</translation>
    </message>
    <message>
        <source>Choose an entry first.</source>
        <translation>اختر قيداً أولاً.</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>&amp;Why it is corrected</source>
        <translation>&amp;سبب التصحيح</translation>
    </message>
    <message>
        <source>Keep the former value, and this reason, out of bundles</source>
        <translation>إبقاء القيمة السابقة وهذا السبب خارج الحزم</translation>
    </message>
    <message>
        <source>For a value that must not leave the office, such as the name of a protected person. A bundle then says only that the field was corrected, when and by whom.</source>
        <translation>لقيمة يجب ألا تغادر المكتب، كاسم شخص محمي. عندئذ لا تذكر الحزمة إلا أن الحقل صُحّح، ومتى، ومن صحّحه.</translation>
    </message>
    <message>
        <source>Please write why it is corrected.</source>
        <translation>اكتب سبب التصحيح.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>لم يتغير شيء.</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>New turn</source>
        <translation>مداخلة جديدة</translation>
    </message>
    <message>
        <source>Typed in {languages}, not shown: {key}</source>
        <translation>كُتب بـ{languages} ولا يظهر: {key}</translation>
    </message>
    <message>
        <source>Mends {number}</source>
        <translation>تعديل {number}</translation>
    </message>
    <message>
        <source>Turn {number}</source>
        <translation>المداخلة {number}</translation>
    </message>
    <message>
        <source>{language}, words spoken</source>
        <translation>{language}، الكلام المنطوق</translation>
    </message>
    <message>
        <source>not written down  ·  {range}</source>
        <translation>لم يُدوَّن  ·  {range}</translation>
    </message>
    <message>
        <source>not written down</source>
        <translation>لم يُدوَّن</translation>
    </message>
    <message>
        <source>New turn, {language}</source>
        <translation>مداخلة جديدة، {language}</translation>
    </message>
    <message>
        <source>keep the turn</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>other language</source>
        <translation>اللغة الأخرى</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>المتكلم</translation>
    </message>
    <message>
        <source>language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>short codes</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>last turn</source>
        <translation>الأخيرة</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>إعلام بالحقوق</translation>
    </message>
    <message>
        <source>Not the letters of {languages}: do these words stand on the wrong side?</source>
        <translation>ليست هذه حروف {languages}: هل الكلام في الجانب الخطأ؟</translation>
    </message>
    <message>
        <source>{language}, as interpreted</source>
        <translation>{language}، ترجمة شفوية</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>هل هذا صحيح؟</translation>
    </message>
    <message>
        <source>&amp;Enter it as it is</source>
        <translation>&amp;تدوينه كما هو</translation>
    </message>
</context>
<context>
    <name>EventCard</name>
    <message>
        <source>No event is chosen</source>
        <translation>لم يُختر أي حدث</translation>
    </message>
    <message>
        <source>Done alone, because</source>
        <translation>أُجري منفردًا، لأن</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>الشخص الثاني</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>التاريخ والوقت</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>أُدخل في</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>محفوظ في المكتب</translation>
    </message>
    <message>
        <source>Reason for late entry</source>
        <translation>سبب تأخر الإدخال</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>الختم</translation>
    </message>
    <message>
        <source>Former seal</source>
        <translation>الختم السابق</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>البصمة الرقمية</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Of the file</source>
        <translation>من الملف</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Event to correct</source>
        <translation>الحدث المصحَّح</translation>
    </message>
    <message>
        <source>Wrong value</source>
        <translation>القيمة المسجَّلة</translation>
    </message>
    <message>
        <source>Right value</source>
        <translation>القيمة الصحيحة</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} من {count}</translation>
    </message>
    <message>
        <source>The chosen event</source>
        <translation>الحدث المختار</translation>
    </message>
    <message>
        <source>The signature as it was drawn</source>
        <translation>التوقيع كما رُسم</translation>
    </message>
    <message>
        <source>Clock of the entry</source>
        <translation>ساعة الإدخال</translation>
    </message>
</context>
<context>
    <name>ExchangeMenu</name>
    <message>
        <source>&amp;Send out…</source>
        <translation>إرسال…</translation>
    </message>
    <message>
        <source>&amp;Import a file…</source>
        <translation>استلام ملف…</translation>
    </message>
    <message>
        <source>Import a &amp;glossary…</source>
        <translation>استلام مسرد…</translation>
    </message>
</context>
<context>
    <name>ExhibitCard</name>
    <message>
        <source>Exhibit</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Custod&amp;y record</source>
        <translation>سجل الحيا&amp;زة</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>إضافة &amp;ملفات…</translation>
    </message>
    <message>
        <source>Choose an exhibit in the list.</source>
        <translation>اختر دليلًا من القائمة.</translation>
    </message>
    <message>
        <source>Key &amp;material…</source>
        <translation>مادة الم&amp;فتاح…</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>آخر حدث</translation>
    </message>
    <message>
        <source>{action}, {when}</source>
        <translation>{action}، {when}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%n ملفات</numerusform>
            <numerusform>%n ملفًا</numerusform>
            <numerusform>%n ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withdrawn</source>
        <translation>
            <numerusform>لا مسحوب</numerusform>
            <numerusform>%n مسحوب</numerusform>
            <numerusform>%n مسحوبان</numerusform>
            <numerusform>%n مسحوبة</numerusform>
            <numerusform>%n مسحوبًا</numerusform>
            <numerusform>%n مسحوب</numerusform>
        </translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>حجر</translation>
    </message>
    <message>
        <source>Barred</source>
        <translation>ممنوع الخروج</translation>
    </message>
    <message>
        <source>Stays here</source>
        <translation>يبقى هنا</translation>
    </message>
    <message>
        <source>exhibit {number}</source>
        <translation>الدليل {number}</translation>
    </message>
    <message>
        <source>Correct exhibit {number}</source>
        <translation>تصحيح الدليل {number}</translation>
    </message>
    <message>
        <source>Files of exhibit {number}</source>
        <translation>ملفات الدليل {number}</translation>
    </message>
    <message>
        <source>Bars on &amp;leaving…</source>
        <translation>منع ال&amp;خروج…</translation>
    </message>
    <message>
        <source>&amp;Description…</source>
        <translation>الو&amp;صف…</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>اطلاع على المحتوى</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation>إضافة م&amp;جلد…</translation>
    </message>
    <message>
        <source>A folder for exhibit {number}</source>
        <translation>مجلد للدليل {number}</translation>
    </message>
    <message>
        <source>So&amp;urces…</source>
        <translation>الم&amp;صادر…</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>التوقيعات</translation>
    </message>
</context>
<context>
    <name>ExhibitsView</name>
    <message>
        <source>Search by number, title or holder</source>
        <translation>البحث بالرقم أو العنوان أو الحائز</translation>
    </message>
    <message>
        <source>Search exhibits</source>
        <translation>البحث في الأدلة</translation>
    </message>
    <message>
        <source>&amp;Register an exhibit…</source>
        <translation>&amp;تسجيل دليل…</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>الأدلة</translation>
    </message>
    <message>
        <source>No exhibits yet</source>
        <translation>لا توجد أدلة بعد</translation>
    </message>
    <message>
        <source>Register the first exhibit of this case, then add its files.</source>
        <translation>سجّل أول دليل في هذه القضية، ثم أضف ملفاته.</translation>
    </message>
    <message>
        <source>Re&amp;gister an exhibit…</source>
        <translation>&amp;تسجيل دليل…</translation>
    </message>
    <message>
        <source>Nothing was registered in this case.</source>
        <translation>لم يُسجَّل شيء في هذه القضية.</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>لدى</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>آخر حدث</translation>
    </message>
    <message>
        <source>Transfer open</source>
        <translation>نقل لم يكتمل</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>لا أدلة</numerusform>
            <numerusform>دليل واحد</numerusform>
            <numerusform>دليلان</numerusform>
            <numerusform>%n أدلة</numerusform>
            <numerusform>%n دليلًا</numerusform>
            <numerusform>%n دليل</numerusform>
        </translation>
    </message>
    <message>
        <source>The key material is sealed.</source>
        <translation>خُتمت مادة المفتاح.</translation>
    </message>
</context>
<context>
    <name>ExhibitsViewModel</name>
    <message>
        <source>Other files are being read. Please wait until that has ended.</source>
        <translation>تجري قراءة ملفات أخرى. يرجى الانتظار حتى تنتهي.</translation>
    </message>
    <message>
        <source>Stopped. What was added before stays.</source>
        <translation>أُوقف. ما أُضيف قبل ذلك باقٍ.</translation>
    </message>
    <message>
        <source>{taken} of {asked} files were added.</source>
        <translation>أُضيف {taken} من {asked} من الملفات.</translation>
    </message>
</context>
<context>
    <name>ExplainClockDialog</name>
    <message>
        <source>Why the clock went back</source>
        <translation>سبب رجوع الساعة إلى الوراء</translation>
    </message>
    <message>
        <source>Your statement is signed and enters the event chain. The times of the events stay as they are.</source>
        <translation>يُوقَّع بيانك ويدخل في سلسلة الأحداث. وتبقى أوقات الأحداث كما هي.</translation>
    </message>
    <message>
        <source>Why it went back, and whether date and time are right now</source>
        <translation>سبب رجوعها، وهل التاريخ والوقت صحيحان الآن</translation>
    </message>
</context>
<context>
    <name>ExportView</name>
    <message>
        <source>Interviews</source>
        <translation>المقابلات</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>الأدلة</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>Further entries</source>
        <translation>قيود أخرى</translation>
    </message>
    <message>
        <source>&amp;Interviews</source>
        <translation>ال&amp;مقابلات</translation>
    </message>
    <message>
        <source>E&amp;xhibits</source>
        <translation>الأ&amp;دلة</translation>
    </message>
    <message>
        <source>La&amp;nguages of the columns</source>
        <translation>لغات الأ&amp;عمدة</translation>
    </message>
    <message>
        <source>Further entries, by name</source>
        <translation>قيود أخرى بالاسم</translation>
    </message>
    <message>
        <source>All or none</source>
        <translation>الكل أو لا شيء</translation>
    </message>
    <message>
        <source>All or none: {list}</source>
        <translation>الكل أو لا شيء: {list}</translation>
    </message>
    <message>
        <source>All are ticked, so that a record is printed whole; untick what is left out.</source>
        <translation>كلها مختارة ليُطبع المحضر كاملا؛ ألغ اختيار ما يُترك.</translation>
    </message>
    <message>
        <source>C&amp;ertified by</source>
        <translation>&amp;صدّق عليه</translation>
    </message>
    <message>
        <source>not signed yet ({state})</source>
        <translation>غير موقّع بعد ({state})</translation>
    </message>
    <message>
        <source>its linguist signed nothing yet</source>
        <translation>لم يوقع لغويها شيئا بعد</translation>
    </message>
    <message>
        <source>Please write what the bundle is for.</source>
        <translation>يُرجى كتابة الغرض من الحزمة.</translation>
    </message>
    <message>
        <source>Please write who receives the bundle.</source>
        <translation>يُرجى كتابة من يستلم الحزمة.</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>ال&amp;غرض</translation>
    </message>
    <message>
        <source>Contents of the bundle</source>
        <translation>محتوى الحزمة</translation>
    </message>
    <message>
        <source>&amp;Recipient</source>
        <translation>المستل&amp;م</translation>
    </message>
    <message>
        <source>Prepare the pa&amp;ges</source>
        <translation>إعداد ال&amp;صفحات</translation>
    </message>
    <message>
        <source>Nothing is prepared yet</source>
        <translation>لم يُعَدّ شيء بعد</translation>
    </message>
    <message>
        <source>Choose what goes into the bundle and prepare its pages. You see them before anybody signs.</source>
        <translation>اختر محتوى الحزمة وأعدّ صفحاتها. تراها قبل أن يوقّع أحد.</translation>
    </message>
    <message>
        <source>Checks before signing</source>
        <translation>فحوص ما قبل التوقيع</translation>
    </message>
    <message>
        <source>Pa&amp;ges</source>
        <translation>ال&amp;صفحات</translation>
    </message>
    <message>
        <source>&amp;Checks</source>
        <translation>الف&amp;حوص</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>&amp;Sign and save…</source>
        <translation>الت&amp;وقيع والحفظ…</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>ما فُحص</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>There is nothing to export yet. Sign an interview record or register an exhibit first.</source>
        <translation>لا يوجد ما يُصدَّر بعد. وقّع محضر سماع أو سجّل دليلًا أولًا.</translation>
    </message>
    <message>
        <source>Signed bundles…</source>
        <translation>الحزم الموقَّعة…</translation>
    </message>
    <message>
        <source>Please choose at least one interview or one exhibit.</source>
        <translation>يرجى اختيار محضر استماع واحد أو مُبرَز واحد على الأقل.</translation>
    </message>
    <message>
        <source>Please write why a restricted record goes into it.</source>
        <translation>يرجى كتابة سبب إدراج محضر مقيد فيه.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) prepared. Look through them before you sign.</source>
        <translation>
            <numerusform>لم تُعَدّ أي صفحة.</numerusform>
            <numerusform>أُعدّت صفحة واحدة. راجعها قبل أن توقّع.</numerusform>
            <numerusform>أُعدّت صفحتان. راجعهما قبل أن توقّع.</numerusform>
            <numerusform>أُعدّت %n صفحات. راجعها قبل أن توقّع.</numerusform>
            <numerusform>أُعدّت %n صفحة. راجعها قبل أن توقّع.</numerusform>
            <numerusform>أُعدّت %n صفحة. راجعها قبل أن توقّع.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) prepared, to look through. A judge or prosecutor must prepare the same choice in their own session to sign and release it.</source>
        <translation>
            <numerusform>لم تُعَدّ أي صفحة.</numerusform>
            <numerusform>أُعدّت صفحة واحدة للمراجعة. على قاضٍ أو مدّعٍ عام أن يُعدّ الاختيار نفسه في جلسته الخاصة ليوقّعه ويفرج عنه.</numerusform>
            <numerusform>أُعدّت صفحتان للمراجعة. على قاضٍ أو مدّعٍ عام أن يُعدّ الاختيار نفسه في جلسته الخاصة ليوقّعه ويفرج عنه.</numerusform>
            <numerusform>أُعدّت %n صفحات للمراجعة. على قاضٍ أو مدّعٍ عام أن يُعدّ الاختيار نفسه في جلسته الخاصة ليوقّعه ويفرج عنه.</numerusform>
            <numerusform>أُعدّت %n صفحة للمراجعة. على قاضٍ أو مدّعٍ عام أن يُعدّ الاختيار نفسه في جلسته الخاصة ليوقّعه ويفرج عنه.</numerusform>
            <numerusform>أُعدّت %n صفحة للمراجعة. على قاضٍ أو مدّعٍ عام أن يُعدّ الاختيار نفسه في جلسته الخاصة ليوقّعه ويفرج عنه.</numerusform>
        </translation>
    </message>
    <message>
        <source>A check prevents the signing of this bundle. See the checks.</source>
        <translation>يمنع أحد الفحوص توقيع هذه الحزمة. راجع الفحوص.</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>الترجمات</translation>
    </message>
    <message>
        <source>&amp;Translations beside them</source>
        <translation>&amp;الترجمات المرافقة لها</translation>
    </message>
    <message>
        <source>Translation {job} is of record {record}. Please choose that record too.</source>
        <translation>الترجمة {job} هي ترجمة المحضر {record}. يرجى اختيار ذلك المحضر أيضًا.</translation>
    </message>
    <message>
        <source>Restricted because</source>
        <translation>سبب إدراج المقيّد</translation>
    </message>
    <message>
        <source>Exhibits of which content is printed</source>
        <translation>الأدلة التي يُطبع محتواها</translation>
    </message>
    <message>
        <source>Content of exhibit {number} cannot be printed without its sheet. Please choose that exhibit too.</source>
        <translation>لا يمكن طبع محتوى الدليل {number} دون بطاقته. اختر هذا الدليل أيضًا.</translation>
    </message>
    <message>
        <source>{exhibit} (as pictures: what they show is not searched for names)</source>
        <translation>{exhibit} (كصور: لا يُبحث عن الأسماء فيما تُظهره)</translation>
    </message>
    <message>
        <source>That of the recipient&apos;s State</source>
        <translation>لغة دولة المستلم</translation>
    </message>
    <message>
        <source>Headings in</source>
        <translation>لغة العناوين</translation>
    </message>
    <message>
        <source>Of these, the beginning of each file is read and printed under the sheet of the exhibit. * By the name of a file, as pictures (also the first pages of a PDF): what they show is not searched for names. No file is opened before it is ticked; the checks of the prepared pages go by its content.</source>
        <translation>من هذه يُقرأ أول كل ملف ويُطبع تحت بطاقة الدليل. * بحسب اسم الملف كصور (وكذلك الصفحات الأولى من ملف PDF): ولا يُبحث عن الأسماء فيما تُظهره. لا يُفتح ملف قبل اختياره؛ أما فحوص الصفحات المُعدّة فتعتمد على محتواه.</translation>
    </message>
</context>
<context>
    <name>ExportViewModel</name>
    <message>
        <source>Laying out the pages</source>
        <translation>تُعَدّ الصفحات</translation>
    </message>
    <message>
        <source>Signing and checking</source>
        <translation>يجري التوقيع والفحص</translation>
    </message>
</context>
<context>
    <name>FileActs</name>
    <message>
        <source>Check the digest of this file?</source>
        <translation>التحقق من بصمة هذا الملف؟</translation>
    </message>
    <message>
        <source>The whole file is read. The check is recorded as a custody event of the exhibit.</source>
        <translation>يُقرأ الملف كاملًا. ويُسجَّل التحقق حدث حيازة للدليل.</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;تحقق</translation>
    </message>
    <message>
        <source>It belongs to the exhibit again: it is searched, printed and sent with it. Who was told of its withdrawal is to be told again.</source>
        <translation>يعود الملف إلى الدليل: يُبحث فيه ويُطبع ويُرسل معه. ويجب إبلاغ من أُبلغ بسحبه مرة أخرى.</translation>
    </message>
    <message>
        <source>Reinstate this file?</source>
        <translation>أتريد إعادة هذا الملف؟</translation>
    </message>
    <message>
        <source>&amp;Reinstate</source>
        <translation>إ&amp;عادة</translation>
    </message>
    <message>
        <source>It was added by mistake. Nothing is erased: the file stays in the vault and is shown as withdrawn. It is not searched, printed or sent any more. Who has it already is to be told.</source>
        <translation>أُضيف خطأً. لا يُمحى شيء: يبقى الملف في الخزنة ويظهر مسحوبًا. لا يُبحث فيه ولا يُطبع ولا يُرسل بعد ذلك. ويجب إبلاغ من لديه الملف.</translation>
    </message>
    <message>
        <source>Withdraw this file?</source>
        <translation>أتريد سحب هذا الملف؟</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;سحب</translation>
    </message>
    <message>
        <source>{name}, a file of exhibit {number}.</source>
        <translation>{name}، ملف من الدليل {number}.</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>SHA-256 of {name}</source>
        <translation>SHA-256 للملف {name}</translation>
    </message>
    <message>
        <source>Take out…</source>
        <translation>إخراج…</translation>
    </message>
    <message>
        <source>Take {name} out</source>
        <translation>إخراج {name}</translation>
    </message>
    <message>
        <source>Check the digest</source>
        <translation>تحقق من البصمة</translation>
    </message>
    <message>
        <source>Check the digest of {name}</source>
        <translation>تحقق من بصمة {name}</translation>
    </message>
    <message>
        <source>Take over bank statement…</source>
        <translation>أخذ كشف مصرفي…</translation>
    </message>
    <message>
        <source>Take over bank statement from {name}</source>
        <translation>أخذ كشف مصرفي من {name}</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>اطلاع على المحتوى</translation>
    </message>
    <message>
        <source>Withdrawn, as added by mistake: {reason}</source>
        <translation>مسحوب لأنه أُضيف خطأً: {reason}</translation>
    </message>
    <message>
        <source>Look inside {name}</source>
        <translation>اطلاع على محتوى {name}</translation>
    </message>
    <message>
        <source>Read advertisements…</source>
        <translation>قراءة إعلانات…</translation>
    </message>
    <message>
        <source>Read advertisements from {name}</source>
        <translation>قراءة إعلانات من {name}</translation>
    </message>
    <message>
        <source>Reinstate…</source>
        <translation>إعادة…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>سحب…</translation>
    </message>
    <message>
        <source>Reinstate {name}</source>
        <translation>إعادة {name}</translation>
    </message>
    <message>
        <source>Withdraw {name}</source>
        <translation>سحب {name}</translation>
    </message>
    <message>
        <source>Same bytes in {numbers}</source>
        <translation>البايتات نفسها في {numbers}</translation>
    </message>
    <message>
        <source>{name}: same bytes in {numbers}</source>
        <translation>{name}: البايتات نفسها في {numbers}</translation>
    </message>
    <message>
        <source>Signatures…</source>
        <translation>التوقيعات…</translation>
    </message>
    <message>
        <source>Signatures of {name}</source>
        <translation>توقيعات {name}</translation>
    </message>
</context>
<context>
    <name>FileCards</name>
    <message>
        <source>Part of a name</source>
        <translation>جزء من اسم</translation>
    </message>
    <message>
        <source>Find among the files</source>
        <translation>البحث بين الملفات</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) with this in the name</source>
        <translation>
            <numerusform>لا ملف يحوي اسمه ذلك</numerusform>
            <numerusform>ملف واحد يحوي اسمه ذلك</numerusform>
            <numerusform>ملفان يحوي اسمهما ذلك</numerusform>
            <numerusform>%n ملفات تحوي أسماؤها ذلك</numerusform>
            <numerusform>%n ملفًا تحوي أسماؤها ذلك</numerusform>
            <numerusform>%n ملف تحوي أسماؤها ذلك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier file(s)</source>
        <translation>
            <numerusform>عرض %n ملفات سابقة</numerusform>
            <numerusform>عرض ملف سابق واحد</numerusform>
            <numerusform>عرض ملفين سابقين</numerusform>
            <numerusform>عرض %n ملفات سابقة</numerusform>
            <numerusform>عرض %n ملفًا سابقًا</numerusform>
            <numerusform>عرض %n ملف سابق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more file(s)</source>
        <translation>
            <numerusform>عرض %n ملف آخر</numerusform>
            <numerusform>عرض ملف آخر</numerusform>
            <numerusform>عرض ملفين آخرين</numerusform>
            <numerusform>عرض %n ملفات أخرى</numerusform>
            <numerusform>عرض %n ملفًا آخر</numerusform>
            <numerusform>عرض %n ملف آخر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileSteps</name>
    <message>
        <source>File before</source>
        <translation>الملف السابق</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>الملف التالي</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} من {count}</translation>
    </message>
    <message>
        <source>File {place}</source>
        <translation>الملف {place}</translation>
    </message>
</context>
<context>
    <name>FileWork</name>
    <message>
        <source>Checking the digest</source>
        <translation>التحقق من البصمة</translation>
    </message>
    <message>
        <source>Adding files</source>
        <translation>إضافة ملفات</translation>
    </message>
    <message>
        <source>File {number} of {count}, {done} of {total}</source>
        <translation>الملف {number} من {count}، {done} من {total}</translation>
    </message>
    <message>
        <source>File {number} of {count}, {done} of {total}, {rate}/s, {left} left</source>
        <translation>الملف {number} من {count}، {done} من {total}، {rate}/ث، بقي {left}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added, encrypted and recorded.</source>
        <translation>
            <numerusform>لم يُضف أي ملف.</numerusform>
            <numerusform>أُضيف ملف واحد وشُفّر وسُجّل.</numerusform>
            <numerusform>أُضيف ملفان وشُفّرا وسُجّلا.</numerusform>
            <numerusform>أُضيفت %n ملفات وشُفّرت وسُجّلت.</numerusform>
            <numerusform>أُضيف %n ملفًا وشُفّرت وسُجّلت.</numerusform>
            <numerusform>أُضيف %n ملف وشُفّرت وسُجّلت.</numerusform>
        </translation>
    </message>
    <message>
        <source>The stored file has the digest that was recorded.</source>
        <translation>للملف المخزَّن البصمة المسجَّلة.</translation>
    </message>
    <message>
        <source>The stored file does not have the digest that was recorded.</source>
        <translation>ليس للملف المخزَّن البصمة المسجَّلة.</translation>
    </message>
    <message>
        <source>The data in the image have the digest that the image states.</source>
        <translation>للبيانات في الصورة البصمة التي تذكرها الصورة.</translation>
    </message>
    <message>
        <source>The data in the image do not have the digest that the image states.</source>
        <translation>ليس للبيانات في الصورة البصمة التي تذكرها الصورة.</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Language of the words</source>
        <translation>لغة الكلمات</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Country code</source>
        <translation>رمز البلد</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>كل الأنواع</translation>
    </message>
    <message>
        <source>This case: {case}</source>
        <translation>هذه القضية: {case}</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>كل القضايا</translation>
    </message>
    <message>
        <source>any</source>
        <translation>أي بلد</translation>
    </message>
    <message>
        <source>K&amp;ind</source>
        <translation>ال&amp;نوع</translation>
    </message>
    <message>
        <source>Wher&amp;e</source>
        <translation>&amp;أين</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;من</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;إلى</translation>
    </message>
    <message>
        <source>Perso&amp;n</source>
        <translation>ال&amp;شخص</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this record</source>
        <translation>بحث في هذا المحضر</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>استبدال بـ</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>استبدال</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>استبدال الكل</translation>
    </message>
    <message numerus="yes">
        <source>replaced in %n turn(s)</source>
        <translation>
            <numerusform>لم يُستبدل في أي مداخلة</numerusform>
            <numerusform>استُبدل في مداخلة واحدة</numerusform>
            <numerusform>استُبدل في مداخلتين</numerusform>
            <numerusform>استُبدل في %n مداخلات</numerusform>
            <numerusform>استُبدل في %n مداخلة</numerusform>
            <numerusform>استُبدل في %n مداخلة</numerusform>
        </translation>
    </message>
    <message>
        <source>not found</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>Find in this file</source>
        <translation>البحث في هذا الملف</translation>
    </message>
    <message>
        <source>Former place</source>
        <translation>الموضع السابق</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>الموضع التالي</translation>
    </message>
    <message>
        <source>What is shown has no words that can be found.</source>
        <translation>ليس فيما يُعرض كلمات يمكن البحث عنها.</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} من {count}</translation>
    </message>
    <message>
        <source>{number} of the first {count}</source>
        <translation>{number} من أول {count}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>The rest is being searched…</source>
        <translation>يستمر البحث في الباقي…</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>This login reaches this record and nothing else</source>
        <translation>هذا الدخول يصل إلى هذا المحضر ولا شيء سواه</translation>
    </message>
    <message>
        <source>Assigned by {name}, {at}</source>
        <translation>أسنده {name}، {at}</translation>
    </message>
    <message>
        <source>Locks in {minutes}</source>
        <translation>القفل بعد {minutes}</translation>
    </message>
</context>
<context>
    <name>FormalitiesPage</name>
    <message>
        <source>Parts of the formalities</source>
        <translation>أجزاء الشكليات</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>إ&amp;ضافة</translation>
    </message>
    <message>
        <source>Nothing is recorded.</source>
        <translation>لا شيء مسجَّل.</translation>
    </message>
    <message>
        <source>Strike out {entry} ({part})?</source>
        <translation>شطب {entry} ({part})؟</translation>
    </message>
    <message>
        <source>It was entered in error: it stays readable with your reason.</source>
        <translation>أُدخلت خطأً: تبقى مقروءة مع سببك.</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>شطب</translation>
    </message>
    <message>
        <source>Show the &amp;line-up</source>
        <translation>إظ&amp;هار عرض التعرف</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Glossary of {case}</source>
        <translation>مسرد {case}</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>المفاهيم</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>المصطلحات</translation>
    </message>
    <message>
        <source>No concept is entered.</source>
        <translation>لم يُدخل أي مفهوم.</translation>
    </message>
    <message>
        <source>Terms of the concept</source>
        <translation>مصطلحات المفهوم</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>الموثوقية</translation>
    </message>
    <message>
        <source>This concept has no term.</source>
        <translation>لا مصطلح لهذا المفهوم.</translation>
    </message>
    <message>
        <source>Add a &amp;term…</source>
        <translation>إضافة مصطلح…</translation>
    </message>
    <message>
        <source>C&amp;hange the term…</source>
        <translation>تغيير المصطلح…</translation>
    </message>
    <message>
        <source>Strike o&amp;ut the term…</source>
        <translation>شطب المصطلح…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>It is proposed beside a turn in which a term stands. No other case has it; a file for a translator has it only if it is sent along.</source>
        <translation>يُقترح بجانب المداخلة التي يرد فيها مصطلح. لا توجد في قضية أخرى؛ ولا يحتويه ملف لمترجم إلا إذا أُرسل معه.</translation>
    </message>
    <message>
        <source>The terms of this record. What you add comes into the vault with your work. An entry of the office that you change stays there as it is, and is named to the office.</source>
        <translation>مصطلحات هذا المحضر. ما تضيفه يدخل الخزنة مع عملك. ما تغيّره من مداخل المكتب يبقى هناك كما هو، ويُذكر للمكتب.</translation>
    </message>
    <message>
        <source>New concept</source>
        <translation>مفهوم جديد</translation>
    </message>
    <message>
        <source>New term</source>
        <translation>مصطلح جديد</translation>
    </message>
    <message>
        <source>An entry that was struck out cannot be corrected.</source>
        <translation>لا يمكن تصحيح قيد مشطوب.</translation>
    </message>
    <message>
        <source>Change the concept</source>
        <translation>تغيير المفهوم</translation>
    </message>
    <message>
        <source>Change the term</source>
        <translation>تغيير المصطلح</translation>
    </message>
    <message>
        <source>Strike out {entry}?</source>
        <translation>شطب {entry}؟</translation>
    </message>
    <message>
        <source>the concept</source>
        <translation>المفهوم</translation>
    </message>
    <message>
        <source>It stays readable with your reason, and is proposed no more.</source>
        <translation>يبقى مقروءا مع سببك، ولا يُقترح بعد ذلك.</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>شطب</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Import a glossary</source>
        <translation>استلام مسرد</translation>
    </message>
    <message>
        <source>Concepts that are new are added to the glossary of the case. Those that it has stay.</source>
        <translation>تُضاف المفاهيم الجديدة إلى مسرد القضية. وتبقى المفاهيم الموجودة فيه.</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>ملف…</translation>
    </message>
    <message>
        <source>Glossary (TBX)</source>
        <translation>مسرد (TBX)</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>التعريف</translation>
    </message>
    <message>
        <source>Concepts that would be added</source>
        <translation>المفاهيم التي ستُضاف</translation>
    </message>
    <message>
        <source>Choose a glossary.</source>
        <translation>اختر مسردًا.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>The glossary is being read…</source>
        <translation>جارٍ قراءة المسرد…</translation>
    </message>
    <message>
        <source>The concepts are being added…</source>
        <translation>جارٍ إضافة المفاهيم…</translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s) are new.</source>
        <translation>
            <numerusform>لا مفاهيم جديدة.</numerusform>
            <numerusform>مفهوم واحد جديد.</numerusform>
            <numerusform>مفهومان جديدان.</numerusform>
            <numerusform>%n مفاهيم جديدة.</numerusform>
            <numerusform>%n مفهومًا جديدًا.</numerusform>
            <numerusform>%n مفهوم جديد.</numerusform>
        </translation>
    </message>
    <message>
        <source>The case has all of these concepts already.</source>
        <translation>كل هذه المفاهيم موجودة في القضية.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>ولا شيء غيرها.</numerusform>
            <numerusform>وواحد آخر.</numerusform>
            <numerusform>واثنان آخران.</numerusform>
            <numerusform>و%n أخرى.</numerusform>
            <numerusform>و%n أخرى.</numerusform>
            <numerusform>و%n أخرى.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s) added.</source>
        <translation>
            <numerusform>لم يُضف أي مفهوم.</numerusform>
            <numerusform>أُضيف مفهوم واحد.</numerusform>
            <numerusform>أُضيف مفهومان.</numerusform>
            <numerusform>أُضيفت %n مفاهيم.</numerusform>
            <numerusform>أُضيف %n مفهومًا.</numerusform>
            <numerusform>أُضيف %n مفهوم.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Protocol</source>
        <translation>البروتوكول</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Already answered</source>
        <translation>أُجيب عنه</translation>
    </message>
    <message>
        <source>{record}, turn {turn}</source>
        <translation>{record}، المداخلة {turn}</translation>
    </message>
    <message>
        <source>Nothing like it yet in the records of this person.</source>
        <translation>لا شيء مماثل بعد في محاضر هذا الشخص.</translation>
    </message>
</context>
<context>
    <name>HandBackDialog</name>
    <message>
        <source>Hand back with work left?</source>
        <translation>تسليم العمل قبل تمامه؟</translation>
    </message>
    <message>
        <source>The office merges what is written, as far as it is. You can go on later, until it closes the assignment.</source>
        <translation>يضم المكتب ما كُتب كما هو. يمكنك المتابعة لاحقا ما لم يغلق المكتب التكليف.</translation>
    </message>
    <message>
        <source>&amp;Hand back all the same</source>
        <translation>&amp;تسليم رغم ذلك</translation>
    </message>
    <message>
        <source>&amp;Go on working</source>
        <translation>متابعة ال&amp;عمل</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Hand over the vault</source>
        <translation>تسليم الخزنة</translation>
    </message>
    <message>
        <source>The successor gets your function, every case and every key that you hold. You are retired at the same moment, and the vault locks. Let the successor type their passphrase.</source>
        <translation>يأخذ الخلف وظيفتك وكل قضية وكل مفتاح تملكه. وتُنهى مهمتك في اللحظة نفسها وتُقفل الخزنة. دع الخلف يكتب عبارة مروره.</translation>
    </message>
    <message>
        <source>Na&amp;me of the successor</source>
        <translation>ا&amp;سم الخلف</translation>
    </message>
    <message>
        <source>&amp;Hand over</source>
        <translation>&amp;تسليم</translation>
    </message>
    <message>
        <source>The successor&apos;s keys are made. This takes a few seconds.</source>
        <translation>تُنشأ مفاتيح الخلف. يستغرق ذلك بضع ثوانٍ.</translation>
    </message>
    <message>
        <source>Please write the name.</source>
        <translation>يُرجى كتابة الاسم.</translation>
    </message>
</context>
<context>
    <name>HandedOverDialog</name>
    <message>
        <source>Hand over the whole folder. Tell the rest in another way, best by telephone.</source>
        <translation>سلّموا المجلد كله. وقولوا الباقي بطريق آخر، والهاتف أفضل.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Passphrase, shown only now</source>
        <translation>عبارة المرور، تظهر الآن فقط</translation>
    </message>
    <message>
        <source>Passphrase: {words}</source>
        <translation>عبارة المرور: {words}</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;تم</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>HandedOverWindow</name>
    <message>
        <source>THB Desktop</source>
        <translation>THB Desktop</translation>
    </message>
    <message>
        <source>For the interpreter</source>
        <translation>للمترجم</translation>
    </message>
    <message>
        <source>The vault of the office is locked. Type your own passphrase: it opens the record that was assigned to you, and nothing else.</source>
        <translation>خزنة المكتب مقفلة. اكتب عبارة مرورك أنت: تفتح المحضر المسند إليك ولا شيء سواه.</translation>
    </message>
    <message>
        <source>Your &amp;passphrase</source>
        <translation>&amp;عبارة مرورك</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>عبارة مرورك</translation>
    </message>
    <message>
        <source>Deriving the key</source>
        <translation>اشتقاق المفتاح</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;فتح</translation>
    </message>
    <message>
        <source>&amp;Back to the office</source>
        <translation>&amp;العودة إلى المكتب</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>اكتب عبارة المرور من فضلك.</translation>
    </message>
    <message>
        <source>Type your own passphrase: it opens the record of this packet, and nothing else. The first time, you declare before what the office asks.</source>
        <translation>اكتب عبارة مرورك: تفتح محضر هذه الرزمة ولا شيء غيره. في المرة الأولى تصرّح قبل ذلك بما يطلبه المكتب.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;رجوع</translation>
    </message>
</context>
<context>
    <name>HeaderPart</name>
    <message>
        <source>&amp;Change…</source>
        <translation>ت&amp;عديل…</translation>
    </message>
</context>
<context>
    <name>HeadingsTold</name>
    <message>
        <source>Bundles have no official language of %1, by the data pack. Choose English or another language; without a choice, headings are in that of the case: %2.</source>
        <translation>لا تصدر الملفات بأي لغة رسمية لـ %1 وفق حزمة البيانات. اختر الإنجليزية أو لغة أخرى؛ ومن دون اختيار تكون العناوين بلغة القضية: %2.</translation>
    </message>
    <message>
        <source>The data pack does not say the official languages of %1. Choose a language; without a choice, headings are in that of the case: %2.</source>
        <translation>لا تذكر حزمة البيانات اللغات الرسمية لـ %1. اختر لغة؛ ومن دون اختيار تكون العناوين بلغة القضية: %2.</translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message>
        <source>&amp;Check the vault</source>
        <translation>&amp;فحص الخزنة</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>ما وُجد</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>Not checked since unlocking</source>
        <translation>لم تُفحص منذ الفتح</translation>
    </message>
    <message>
        <source>The check reads the whole vault: structure, event chain, tables, and every stored file.</source>
        <translation>يقرأ الفحص الخزنة كلها: البنية وسلسلة الأحداث والجداول وكل ملف مخزَّن.</translation>
    </message>
    <message>
        <source>Computer and media</source>
        <translation>حول الخزنة</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>ما لوحظ</translation>
    </message>
    <message>
        <source>Give it to those who receive your bundles, by telephone or on paper. With it they check that a bundle comes from you.</source>
        <translation>أعطها هاتفيًا أو على ورق لمن يستلمون حزمك. بها يتحققون من أن الحزمة صادرة عنك.</translation>
    </message>
    <message>
        <source>States of this vault known elsewhere</source>
        <translation>ما يتذكره الآخرون عن هذه الخزنة</translation>
    </message>
    <message>
        <source>Confirmed and signed. The vault can be written to again, and this computer remembers its present state.</source>
        <translation>أُكّد ذلك ووُقّع. عادت الكتابة إلى الخزنة ممكنة، ويتذكر هذا الحاسوب حالتها الحاضرة.</translation>
    </message>
    <message>
        <source>Recorded and signed. Documents can be signed again.</source>
        <translation>سُجّل ووُقّع. يمكن توقيع المستندات من جديد.</translation>
    </message>
    <message>
        <source>Everything that was checked is valid.</source>
        <translation>كل ما فُحص صالح.</translation>
    </message>
    <message>
        <source>Nothing is invalid, but not everything could be confirmed.</source>
        <translation>لا شيء غير صالح، لكن لم يمكن تأكيد كل شيء.</translation>
    </message>
    <message>
        <source>Something is not valid. Keep the vault as it is and restore a copy.</source>
        <translation>هناك ما هو غير صالح. احتفظ بالخزنة كما هي واستعد نسخة.</translation>
    </message>
    <message>
        <source>Fingerprint of the root certificate (SHA-256)</source>
        <translation>بصمة شهادة الجذر (SHA-256)</translation>
    </message>
    <message>
        <source>Still being checked; this is what is known so far</source>
        <translation>الفحص جارٍ؛ هذا هو المعروف حتى الآن</translation>
    </message>
    <message>
        <source>Checking the vault</source>
        <translation>تُفحص الخزنة</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s) read.</source>
        <translation>
            <numerusform>لم يُقرأ أي ملف مخزَّن.</numerusform>
            <numerusform>قُرئ ملف مخزَّن واحد.</numerusform>
            <numerusform>قُرئ ملفان مخزَّنان.</numerusform>
            <numerusform>قُرئت %n ملفات مخزَّنة.</numerusform>
            <numerusform>قُرئ %n ملفًا مخزَّنًا.</numerusform>
            <numerusform>قُرئ %n ملف مخزَّن.</numerusform>
        </translation>
    </message>
    <message>
        <source>Former wordings of draft records</source>
        <translation>الصيغ السابقة لمسودات المحاضر</translation>
    </message>
    <message>
        <source>{kept}. Decided when this vault was made.</source>
        <translation>{kept}. تقرّر ذلك عند إنشاء هذه الخزنة.</translation>
    </message>
    <message>
        <source>{kept}. Nobody was asked when this vault was made.</source>
        <translation>{kept}. لم يُسأل أحد عند إنشاء هذه الخزنة.</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Corrections</source>
        <translation>التصحيحات</translation>
    </message>
    <message>
        <source>Nothing was corrected in this entry.</source>
        <translation>لم يُصحَّح شيء في هذا القيد.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>HolderDialog</name>
    <message>
        <source>Let {name} choose a passphrase for this share. Nobody else needs to know it.</source>
        <translation>دع {name} يختار عبارة مرور لهذه الحصة. لا حاجة لأحد غيره إلى معرفتها.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>متا&amp;بعة</translation>
    </message>
</context>
<context>
    <name>HoldersDialog</name>
    <message>
        <source>Recovery shares of the vault</source>
        <translation>حصص الاسترداد للمكتب</translation>
    </message>
    <message>
        <source>Each holder gets one share. If your passphrase is lost, as many holders as you set here open the vault together. Each chooses a passphrase for their share. Earlier shares no longer open the vault.</source>
        <translation>يحمل بضعة أشخاص حصة لكل منهم، والعدد الذي تحدده هنا منهم يفتح الخزنة معًا إذا فُقدت عبارة مرورك. يختار كل منهم عبارة مرور لحصته. والحصص المنشأة من قبل لا تعود تفتح شيئًا.</translation>
    </message>
    <message>
        <source>&amp;Number needed to open</source>
        <translation>العدد ال&amp;لازم معًا</translation>
    </message>
    <message>
        <source>&amp;Holders, separated by semicolons</source>
        <translation>ال&amp;حاملون، تفصل بينهم فاصلة منقوطة</translation>
    </message>
    <message>
        <source>&amp;Your own passphrase</source>
        <translation>عبارة م&amp;رورك</translation>
    </message>
    <message>
        <source>Your own passphrase</source>
        <translation>عبارة مرورك</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>متا&amp;بعة</translation>
    </message>
    <message>
        <source>Please name two to sixteen different holders, separated by semicolons.</source>
        <translation>اذكر من حاملَين إلى ستة عشر حاملًا مختلفين، تفصل بينهم فاصلة منقوطة.</translation>
    </message>
    <message>
        <source>More shares are needed than there are holders.</source>
        <translation>عدد الحصص اللازمة أكبر من عدد الحاملين.</translation>
    </message>
    <message>
        <source>Please type your own passphrase too: this changes who can open the vault.</source>
        <translation>اكتب عبارة مرورك أيضًا: هذا يغيّر من يستطيع فتح الخزنة.</translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <source>Protected identity of {person}</source>
        <translation>الهوية المحمية للشخص {person}</translation>
    </message>
    <message>
        <source>It was entered again on {when}: what was sealed before could not be read.</source>
        <translation>أُدخلت من جديد في {when}: لم تكن قراءة ما خُتم قبل ذلك ممكنة.</translation>
    </message>
    <message>
        <source>Co&amp;rrect…</source>
        <translation>ت&amp;صحيح…</translation>
    </message>
</context>
<context>
    <name>IntervalDialog</name>
    <message>
        <source>When files are due</source>
        <translation>متى تُقرأ الملفات</translation>
    </message>
    <message>
        <source>Stored files are due after this many months. Empty: nothing is due by itself.</source>
        <translation>تُقرأ الملفات المخزَّنة بعد هذا العدد من الأشهر. فارغ: لا شيء يحين من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>&amp;Months</source>
        <translation>الأ&amp;شهر</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>ال&amp;سبب</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>Please write why.</source>
        <translation>اكتب السبب من فضلك.</translation>
    </message>
</context>
<context>
    <name>InterviewsView</name>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>المقابلات</translation>
    </message>
    <message>
        <source>&amp;New interview…</source>
        <translation>مقابلة &amp;جديدة…</translation>
    </message>
    <message>
        <source>No interview is open</source>
        <translation>لا توجد مقابلة مفتوحة</translation>
    </message>
    <message>
        <source>Choose one in the list, or enter a new one with Ctrl+N.</source>
        <translation>اختر واحدة من القائمة، أو أدخل جديدة بالمفتاحين Ctrl+N.</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>اختر واحدة من القائمة.</translation>
    </message>
    <message>
        <source>No interview is entered in this case yet.</source>
        <translation>لم تُدرج أي مقابلة في هذه القضية بعد.</translation>
    </message>
    <message>
        <source>No interview is entered in this case yet. Enter the first with Ctrl+N.</source>
        <translation>لم تُدرج أي مقابلة في هذه القضية بعد. أدرج الأولى بـ Ctrl+N.</translation>
    </message>
    <message>
        <source>&amp;Made elsewhere…</source>
        <translation>إفادة من &amp;مكان آخر…</translation>
    </message>
    <message>
        <source>No exhibit of this case has a PDF, a DOCX, a text or a picture. Add the file of the statement on the page Exhibits first.</source>
        <translation>لا دليل في هذه القضية يحوي PDF أو DOCX أو نصاً أو صورة. أضف ملف الإفادة أولاً في صفحة الأدلة.</translation>
    </message>
</context>
<context>
    <name>JobCard</name>
    <message>
        <source>Your job</source>
        <translation>عملك</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>متأخر</translation>
    </message>
    <message>
        <source>soon due</source>
        <translation>يحين قريبًا</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>يُسلَّم {day}</translation>
    </message>
    <message>
        <source>made from: {form}</source>
        <translation>أُنجزت عن: {form}</translation>
    </message>
    <message>
        <source>Job of {name}, to revise</source>
        <translation>عمل {name}، للمراجعة</translation>
    </message>
</context>
<context>
    <name>JobView</name>
    <message>
        <source>This record has no turns.</source>
        <translation>لا مداخلات في هذا المحضر.</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>الأعمال</translation>
    </message>
    <message>
        <source>&amp;Sign…</source>
        <translation>توقيع…</translation>
    </message>
    <message>
        <source>C&amp;ertificate…</source>
        <translation>شهادة…</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>ترك</translation>
    </message>
    <message>
        <source>&amp;Withdraw…</source>
        <translation>سحب…</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>حُفظ</translation>
    </message>
    <message>
        <source>Nothing differs in the versions that are here.</source>
        <translation>لا اختلاف في الصيغ الموجودة.</translation>
    </message>
    <message>
        <source>job {number}</source>
        <translation>العمل {number}</translation>
    </message>
    <message>
        <source>{source} into {target}  ·  {linguist}  ·  {purpose}</source>
        <translation>{source} إلى {target}  ·  {linguist}  ·  {purpose}</translation>
    </message>
    <message>
        <source>Given out: {names}. Nobody else writes in this job.</source>
        <translation>مُسند إلى: {names}. لا يكتب غيرهم في هذا العمل.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Sign, %n ready…</source>
        <translation>
            <numerusform>توقيع، %n جاهزة…</numerusform>
            <numerusform>توقيع، %n جاهزة…</numerusform>
            <numerusform>توقيع، %n جاهزة…</numerusform>
            <numerusform>توقيع، %n جاهزة…</numerusform>
            <numerusform>توقيع، %n جاهزة…</numerusform>
            <numerusform>توقيع، %n جاهزة…</numerusform>
        </translation>
    </message>
    <message>
        <source>No version yet.</source>
        <translation>لا صيغة بعد.</translation>
    </message>
    <message>
        <source>Version {number}: the words of {author}, typed by {typist}, {at}</source>
        <translation>الصيغة {number}: كلام {author}، كتبه {typist}، {at}</translation>
    </message>
    <message>
        <source>Version {number}: {author}, {at}</source>
        <translation>الصيغة {number}: {author}، {at}</translation>
    </message>
    <message>
        <source>the source changed since</source>
        <translation>تغير المصدر منذ ذلك</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>مشطوب</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Given out</source>
        <translation>مُسند</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>A&amp;ll versions…</source>
        <translation>كل الصيغ…</translation>
    </message>
    <message>
        <source>Save the versio&amp;n</source>
        <translation>حفظ الصيغة</translation>
    </message>
    <message>
        <source>The concern is sealed.</source>
        <translation>خُتم البلاغ.</translation>
    </message>
    <message>
        <source>The judge answers beside the turn. Until then nothing can be certified.</source>
        <translation>يرد القاضي بجانب المداخلة. وقبل ذلك لا يمكن المصادقة على شيء.</translation>
    </message>
    <message>
        <source>Each difference was signed with its reason.</source>
        <translation>وُقِّع كل اختلاف مع سببه.</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>All records of the case</source>
        <translation>كل محاضر الملف</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>المحضر</translation>
    </message>
    <message>
        <source>R&amp;ecord</source>
        <translation>المحضر</translation>
    </message>
    <message>
        <source>&amp;Glossary…</source>
        <translation>المسرد…</translation>
    </message>
    <message>
        <source>&amp;Wordings of certificates…</source>
        <translation>صيغ الشهادات…</translation>
    </message>
    <message>
        <source>Concerns for sa&amp;fety…</source>
        <translation>مخاوف على السلامة…</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>الأعمال</translation>
    </message>
    <message>
        <source>&amp;New job…</source>
        <translation>عمل جديد…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>تغيير…</translation>
    </message>
    <message>
        <source>C&amp;lose…</source>
        <translation>إغلاق…</translation>
    </message>
    <message>
        <source>Stri&amp;ke out…</source>
        <translation>شطب…</translation>
    </message>
    <message>
        <source>&amp;Assign…</source>
        <translation>إسناد…</translation>
    </message>
    <message>
        <source>F&amp;iles</source>
        <translation>ملفات</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>العمل</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Linguist</source>
        <translation>اللغوي</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>الغرض</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>المداخلات</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>لدى</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>No job is opened yet.</source>
        <translation>لم يُفتح أي عمل بعد.</translation>
    </message>
    <message>
        <source>No job is opened yet. Choose a record above, and open the first with Ctrl+N.</source>
        <translation>لم يُفتح أي عمل بعد. اختر محضرا أعلاه، وافتح الأول بـ Ctrl+N.</translation>
    </message>
    <message>
        <source>Open a&amp;gain…</source>
        <translation>فتح من جديد…</translation>
    </message>
    <message>
        <source>Choose above the record on which the job is opened.</source>
        <translation>اختر أعلاه المحضر الذي يُفتح عليه العمل.</translation>
    </message>
    <message>
        <source>Close job {number}?</source>
        <translation>إغلاق العمل {number}؟</translation>
    </message>
    <message>
        <source>Nothing more is written in it. A verdict or a withdrawal can still be given.</source>
        <translation>لا يُكتب فيه شيء بعد ذلك. ويبقى ممكنا إبداء رأي أو سحب.</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Open job {number} again?</source>
        <translation>فتح العمل {number} من جديد؟</translation>
    </message>
    <message>
        <source>More can be written in it again.</source>
        <translation>يمكن الكتابة فيه من جديد.</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>فتح من جديد</translation>
    </message>
    <message>
        <source>Strike out job {number}?</source>
        <translation>شطب العمل {number}؟</translation>
    </message>
    <message>
        <source>It was opened in error. What was written in it stays readable, and is printed nowhere.</source>
        <translation>فُتح خطأ. ما كُتب فيه يبقى مقروءا، ولا يُطبع في أي مكان.</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>شطب</translation>
    </message>
    <message>
        <source>job {number}</source>
        <translation>العمل {number}</translation>
    </message>
    <message>
        <source>as it was said</source>
        <translation>كما قيل</translation>
    </message>
    <message numerus="yes">
        <source>%n untouched</source>
        <translation>
            <numerusform>لا شيء لم يُمس</numerusform>
            <numerusform>واحدة لم تُمس</numerusform>
            <numerusform>اثنتان لم تُمسا</numerusform>
            <numerusform>%n لم تُمس</numerusform>
            <numerusform>%n لم تُمس</numerusform>
            <numerusform>%n لم تُمس</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) open</source>
        <translation>
            <numerusform>لا سؤال مفتوحا</numerusform>
            <numerusform>سؤال واحد مفتوح</numerusform>
            <numerusform>سؤالان مفتوحان</numerusform>
            <numerusform>%n أسئلة مفتوحة</numerusform>
            <numerusform>%n سؤالا مفتوحا</numerusform>
            <numerusform>%n سؤال مفتوح</numerusform>
        </translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>مشطوب</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
</context>
<context>
    <name>KeptDialog</name>
    <message>
        <source>Exhibits that are kept</source>
        <translation>أدلة تُحفظ</translation>
    </message>
    <message>
        <source>Each has a last day, which is entered and corrected with the exhibit. It is not destroyed, erased or consumed before that day is past, nor while a legal hold stands.</source>
        <translation>لكل منها يوم أخير يُدخل ويُصحّح مع الدليل. لا يُتلف ولا يُمحى ولا يُستهلك قبل انقضاء ذلك اليوم، ولا ما دام محفوظًا بأمر.</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>يُحفظ حتى</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>صاحب القرار</translation>
    </message>
    <message>
        <source>No exhibit of this case has a last day.</source>
        <translation>ليس لأي دليل في هذه القضية يوم أخير.</translation>
    </message>
    <message>
        <source>&amp;Show its events</source>
        <translation>إ&amp;ظهار أحداثه</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Legal hold</source>
        <translation>حفظ مأمور به</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>حلّ أجله</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>يُحفظ</translation>
    </message>
</context>
<context>
    <name>KeptLabel</name>
    <message>
        <source>Kept {time}</source>
        <translation>حُفظ {time}</translation>
    </message>
    <message>
        <source>Not kept yet</source>
        <translation>لم يُحفظ بعد</translation>
    </message>
</context>
<context>
    <name>KeptSearches</name>
    <message>
        <source>None is chosen</source>
        <translation>لم يُختر شيء</translation>
    </message>
    <message>
        <source>Kep&amp;t searches</source>
        <translation>عمليات البحث المحفو&amp;ظة</translation>
    </message>
    <message>
        <source>Kept searches</source>
        <translation>عمليات البحث المحفوظة</translation>
    </message>
    <message>
        <source>&amp;Keep…</source>
        <translation>&amp;حفظ…</translation>
    </message>
    <message>
        <source>Rena&amp;me…</source>
        <translation>إعادة ال&amp;تسمية…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>إ&amp;زالة…</translation>
    </message>
    <message>
        <source>Remove this kept search?</source>
        <translation>هل تُزال عملية البحث المحفوظة هذه؟</translation>
    </message>
    <message>
        <source>{name} is removed from your list. Nothing else changes.</source>
        <translation>تُزال {name} من قائمتك. لا يتغير شيء آخر.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>One that cannot be read</source>
        <translation>عملية بحث لا يمكن قراءتها</translation>
    </message>
</context>
<context>
    <name>KeptTurns</name>
    <message>
        <source>turn {number} kept, now {next}</source>
        <translation>حُفظت المداخلة {number}، والآن {next}</translation>
    </message>
    <message>
        <source>Say in which language {name} spoke: {key}.</source>
        <translation>حدد بأي لغة تكلم {name}: {key}.</translation>
    </message>
</context>
<context>
    <name>KeyFileDialog</name>
    <message>
        <source>Add a key file</source>
        <translation>إضافة ملف مفتاح</translation>
    </message>
    <message>
        <source>The key is sealed under its user&apos;s own key. The file itself stays where it is.</source>
        <translation>يُختم المفتاح بمفتاح مستخدمه. ويبقى الملف نفسه في مكانه.</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>المست&amp;خدم</translation>
    </message>
    <message>
        <source>Their &amp;passphrase</source>
        <translation>عبارة &amp;مروره</translation>
    </message>
    <message>
        <source>Their passphrase</source>
        <translation>عبارة مروره</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>ملف المفتاح</translation>
    </message>
    <message>
        <source>&amp;Key file (.p12, .pfx)</source>
        <translation>ملف المفتا&amp;ح (‎.p12، ‎.pfx)</translation>
    </message>
    <message>
        <source>Passphrase of the &amp;file</source>
        <translation>عبارة مرور ال&amp;ملف</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>عبارة مرور الملف</translation>
    </message>
    <message>
        <source>&amp;Add it</source>
        <translation>إ&amp;ضافتها</translation>
    </message>
    <message>
        <source>The key is being added. This takes a few seconds.</source>
        <translation>يُضاف المفتاح. يستغرق ذلك بضع ثوانٍ.</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>يُرجى كتابة عبارة المرور.</translation>
    </message>
    <message>
        <source>Please choose the key file.</source>
        <translation>يُرجى اختيار ملف المفتاح.</translation>
    </message>
</context>
<context>
    <name>KeyMaterialDialog</name>
    <message>
        <source>Key material of exhibit {number}</source>
        <translation>مادة المفتاح للدليل {number}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Secret to be sealed</source>
        <translation>السر المراد ختمه</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>فت&amp;حها</translation>
    </message>
    <message>
        <source>&amp;Enter it</source>
        <translation>إ&amp;دخالها</translation>
    </message>
    <message>
        <source>Please type the secret.</source>
        <translation>يُرجى كتابة السر.</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>لا بد من سبب. اكتب لماذا.</translation>
    </message>
    <message>
        <source>It is sealed under a key that few users hold, and never goes into a bundle. Whoever has it controls what it opens, so entering it and reading it takes two persons.</source>
        <translation>تُختم بمفتاح لا يملكه إلا قلة من المستخدمين، ولا تدخل في أي حزمة. من يملكها يتحكم فيما تفتحه، لذلك يتطلب إدخالها وقراءتها شخصين.</translation>
    </message>
    <message>
        <source>Reason for opening it; it is recorded in the event chain.</source>
        <translation>سبب الفتح؛ يُسجَّل في سلسلة الأحداث.</translation>
    </message>
    <message>
        <source>The seed, key or passcode, exactly. If you enter another one later, both are kept and the newer is shown first.</source>
        <translation>البذرة أو المفتاح أو رمز الدخول كما هو تمامًا. إذا أدخلت غيره لاحقًا حُفظ كلاهما وعُرض الأحدث أولًا.</translation>
    </message>
    <message>
        <source>&amp;Reveal</source>
        <translation>&amp;كشف</translation>
    </message>
    <message>
        <source>&amp;Seal it</source>
        <translation>&amp;ختم</translation>
    </message>
</context>
<context>
    <name>KeyRows</name>
    <message>
        <source>Their &amp;passphrase</source>
        <translation>عبارة مروره</translation>
    </message>
    <message>
        <source>Passphrase of the linguist</source>
        <translation>عبارة مرور اللغوي</translation>
    </message>
    <message>
        <source>Sign with a car&amp;d</source>
        <translation>التوقيع ببطاقة</translation>
    </message>
    <message>
        <source>The linguist&apos;s passphrase is needed.</source>
        <translation>عبارة مرور اللغوي لازمة.</translation>
    </message>
    <message>
        <source>{name} is no user of this vault and can sign nothing here. Add them on the page Office, and name the user in their entry.</source>
        <translation>{name} ليس مستخدما لهذه الخزنة ولا يوقع هنا شيئا. أضفه في صفحة المكتب، واذكر المستخدم في قيده.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Change the keys</source>
        <translation>تغيير المفاتيح</translation>
    </message>
    <message>
        <source>Choose what a key does, go to the field below with Tab, and press the new key. Enter, Tab, Esc, Space and the arrows stay.</source>
        <translation>اختر ما يفعله المفتاح، وانتقل إلى الحقل أدناه بمفتاح Tab، ثم اضغط المفتاح الجديد. تبقى Enter وTab وEsc والمسافة والأسهم كما هي.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>ما يفعله</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>مفتاح جديد</translation>
    </message>
    <message>
        <source>&amp;Usual key</source>
        <translation>المفتاح ال&amp;معتاد</translation>
    </message>
    <message>
        <source>&amp;All as usual</source>
        <translation>&amp;الكل كالمعتاد</translation>
    </message>
    <message>
        <source>New &amp;key</source>
        <translation>مفتاح &amp;جديد</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>{key} is typed or used by fields. Take a function key, or one with Ctrl or Alt.</source>
        <translation>{key} يكتب حرفًا أو تستعمله الحقول. خذ مفتاح وظيفة، أو مفتاحًا مع Ctrl أو Alt.</translation>
    </message>
    <message>
        <source>{key} is taken: {what}.</source>
        <translation>{key} مستعمل: {what}.</translation>
    </message>
</context>
<context>
    <name>KeysPart</name>
    <message>
        <source>What opens it</source>
        <translation>ما يفتحها</translation>
    </message>
    <message>
        <source>A guess costs</source>
        <translation>كلفة التخمين</translation>
    </message>
    <message>
        <source>&amp;New recovery code…</source>
        <translation>رمز استرداد &amp;جديد…</translation>
    </message>
    <message>
        <source>Chan&amp;ge your passphrase…</source>
        <translation>تغيير &amp;عبارة مرورك…</translation>
    </message>
    <message>
        <source>Each passphrase or code in this list opens the vault by itself. One guess at it costs the memory and the passes shown. An interpreter&apos;s passphrase is not listed, because it opens only their own keys.</source>
        <translation>كل سطر يفتح الخزنة وحده. وتكلّف محاولة تخمينه الذاكرة والدورات المذكورة. وليست عبارة مرور المترجم الشفوي بينها، لأنها لا تفتح سوى مفاتيحه.</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>لمن</translation>
    </message>
    <message>
        <source>Passphrases and codes that open the vault</source>
        <translation>طرق الدخول إلى الخزنة</translation>
    </message>
    <message>
        <source>Recovery s&amp;hares…</source>
        <translation>&amp;حصص الاسترداد…</translation>
    </message>
    <message>
        <source>New &amp;master key…</source>
        <translation>مفتاح &amp;رئيسي جديد…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>رمز الاسترداد</translation>
    </message>
    <message>
        <source>Recovery shares</source>
        <translation>حصص الاسترداد</translation>
    </message>
    <message numerus="yes">
        <source>%n pass(es)</source>
        <translation>
            <numerusform>لا دورات</numerusform>
            <numerusform>دورة واحدة</numerusform>
            <numerusform>دورتان</numerusform>
            <numerusform>%n دورات</numerusform>
            <numerusform>%n دورة</numerusform>
            <numerusform>%n دورة</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} MiB</source>
        <translation>{count} ميبيبايت</translation>
    </message>
    <message>
        <source>The new recovery code is valid. The old sheet no longer opens the vault.</source>
        <translation>رمز الاسترداد الجديد صالح. ولم تعد الورقة القديمة تفتح شيئًا.</translation>
    </message>
    <message>
        <source>Make my ke&amp;ys my own…</source>
        <translation>صنع مفاتيحي بنفسي…</translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message>
        <source>Print labels</source>
        <translation>طباعة ملصقات</translation>
    </message>
    <message>
        <source>A label has the number of the exhibit, the reference of the case, the number of the seal, and a code for a scanner. It names no person. Scan it in the search field of this page.</source>
        <translation>على الملصق رقم الدليل ومرجع الملف ورقم الختم ورمز للقارئ. ولا يسمّي أي شخص. امسحه في حقل البحث في هذه الصفحة.</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>The chosen exhibit</source>
        <translation>الدليل المختار</translation>
    </message>
    <message numerus="yes">
        <source>The %n listed exhibit(s)</source>
        <translation>
            <numerusform>لا أدلة في القائمة</numerusform>
            <numerusform>الدليل الذي في القائمة</numerusform>
            <numerusform>الدليلان اللذان في القائمة</numerusform>
            <numerusform>الأدلة %n التي في القائمة</numerusform>
            <numerusform>الأدلة %n التي في القائمة</numerusform>
            <numerusform>الأدلة %n التي في القائمة</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Labels of</source>
        <translation>&amp;ملصقات</translation>
    </message>
    <message>
        <source>24 labels, 3 by 8 (63.5 mm by 33.9 mm)</source>
        <translation>24 ملصقًا، 3 في 8 (63.5 مم في 33.9 مم)</translation>
    </message>
    <message>
        <source>14 labels, 2 by 7 (99.1 mm by 38.1 mm)</source>
        <translation>14 ملصقًا، 2 في 7 (99.1 مم في 38.1 مم)</translation>
    </message>
    <message>
        <source>4 forms for bags (A6)</source>
        <translation>4 استمارات للأكياس (A6)</translation>
    </message>
    <message>
        <source>2 forms for bags (A5)</source>
        <translation>استمارتان للأكياس (A5)</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>ال&amp;ورقة</translation>
    </message>
    <message>
        <source>Labels of the first sheet that are &amp;used</source>
        <translation>الملصقات المست&amp;عملة من الورقة الأولى</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;طباعة…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Please choose whose labels are printed.</source>
        <translation>اختر الملصقات التي تُطبع.</translation>
    </message>
    <message>
        <source>Please choose the sheet.</source>
        <translation>اختر الورقة.</translation>
    </message>
    <message>
        <source>The sheet has fewer labels.</source>
        <translation>ملصقات الورقة أقل.</translation>
    </message>
    <message>
        <source>Where the labels are written</source>
        <translation>أين تُكتب الملصقات</translation>
    </message>
</context>
<context>
    <name>LanguageBox</name>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
</context>
<context>
    <name>LanguageView</name>
    <message>
        <source>Save or discard first what is typed: only versions are signed.</source>
        <translation>احفظ أولا ما كُتب أو اتركه: لا تُوقَّع إلا الصيغ.</translation>
    </message>
    <message>
        <source>The job is certified.</source>
        <translation>صودق على العمل.</translation>
    </message>
    <message>
        <source>Save or discard first what is typed: only versions are certified.</source>
        <translation>احفظ أولا ما كُتب أو اتركه: لا يُصادق إلا على الصيغ.</translation>
    </message>
</context>
<context>
    <name>LeavingReasons</name>
    <message>
        <source>Why a sealed identity leaves</source>
        <translation>لماذا تخرج هوية مختومة</translation>
    </message>
    <message>
        <source>Why it leaves unsearched</source>
        <translation>لماذا يخرج دون بحث</translation>
    </message>
    <message>
        <source>Why in this language</source>
        <translation>لماذا بهذه اللغة</translation>
    </message>
    <message>
        <source>Why despite a pending remedy</source>
        <translation>لماذا رغم طعن قائم</translation>
    </message>
    <message>
        <source>Why under this instrument</source>
        <translation>لماذا بموجب هذا الصك</translation>
    </message>
    <message>
        <source>Why it binds both States</source>
        <translation>لماذا يُلزم الدولتين</translation>
    </message>
    <message>
        <source>Why no special categories of data</source>
        <translation>لماذا لا توجد فئات خاصة من البيانات</translation>
    </message>
    <message>
        <source>Why the decision applies</source>
        <translation>لماذا ينطبق القرار</translation>
    </message>
    <message>
        <source>Why before the other State agreed</source>
        <translation>لماذا قبل موافقة الدولة الأخرى</translation>
    </message>
    <message>
        <source>How the rights of persons were weighed</source>
        <translation>كيف قُدِّرت حقوق الأشخاص</translation>
    </message>
    <message>
        <source>Why before the data are reviewed</source>
        <translation>لماذا قبل مراجعة البيانات</translation>
    </message>
</context>
<context>
    <name>LeftDialog</name>
    <message numerus="yes">
        <source>%n thing(s) not taken</source>
        <translation>
            <numerusform>لم يُترك شيء (%n)</numerusform>
            <numerusform>لم يؤخذ عنصر واحد</numerusform>
            <numerusform>لم يؤخذ عنصران</numerusform>
            <numerusform>لم تؤخذ %n عناصر</numerusform>
            <numerusform>لم يؤخذ %n عنصرًا</numerusform>
            <numerusform>لم يؤخذ %n عنصر</numerusform>
        </translation>
    </message>
    <message>
        <source>Path in the source</source>
        <translation>المسار في المصدر</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>What was not taken</source>
        <translation>ما لم يؤخذ</translation>
    </message>
    <message>
        <source>&amp;Save the list…</source>
        <translation>&amp;حفظ القائمة…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were taken. The event chain keeps this list.</source>
        <translation>
            <numerusform>لم يؤخذ أي ملف (%n). تحفظ سلسلة الأحداث هذه القائمة.</numerusform>
            <numerusform>أُخذ ملف واحد. تحفظ سلسلة الأحداث هذه القائمة.</numerusform>
            <numerusform>أُخذ ملفان. تحفظ سلسلة الأحداث هذه القائمة.</numerusform>
            <numerusform>أُخذت %n ملفات. تحفظ سلسلة الأحداث هذه القائمة.</numerusform>
            <numerusform>أُخذ %n ملفًا. تحفظ سلسلة الأحداث هذه القائمة.</numerusform>
            <numerusform>أُخذ %n ملف. تحفظ سلسلة الأحداث هذه القائمة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where to save the list</source>
        <translation>أين تُحفظ القائمة</translation>
    </message>
    <message>
        <source>There is a file of this name already. Nothing was overwritten.</source>
        <translation>يوجد ملف بهذا الاسم بالفعل. لم يُستبدل شيء.</translation>
    </message>
    <message>
        <source>The list could not be written there.</source>
        <translation>تعذّرت كتابة القائمة هناك.</translation>
    </message>
    <message>
        <source>The list is saved.</source>
        <translation>حُفظت القائمة.</translation>
    </message>
</context>
<context>
    <name>LineNotice</name>
    <message>
        <source>Read it all</source>
        <translation>قراءة الكل</translation>
    </message>
    <message>
        <source>Put this notice away</source>
        <translation>إغلاق هذا الإشعار</translation>
    </message>
    <message>
        <source>The whole notice</source>
        <translation>الإشعار كاملاً</translation>
    </message>
</context>
<context>
    <name>LinksDialog</name>
    <message>
        <source>Links</source>
        <translation>الروابط</translation>
    </message>
    <message>
        <source>Begin with…</source>
        <translation>البدء بـ…</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>البدء بـ</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;رجوع</translation>
    </message>
    <message>
        <source>Drawing of the links; the list below says the same</source>
        <translation>رسم الروابط؛ والقائمة أدناه تقول الشيء نفسه</translation>
    </message>
    <message>
        <source>Drawing of the links</source>
        <translation>رسم الروابط</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>ما سُجّل</translation>
    </message>
    <message numerus="yes">
        <source>%n more object(s): choose one in the list of objects, then Links</source>
        <translation>
            <numerusform>لا أشياء أخرى</numerusform>
            <numerusform>شيء آخر واحد: اختره في قائمة الأشياء ثم «الروابط»</numerusform>
            <numerusform>شيئان آخران: اختر أحدهما في قائمة الأشياء ثم «الروابط»</numerusform>
            <numerusform>%n أشياء أخرى: اختر واحدًا في قائمة الأشياء ثم «الروابط»</numerusform>
            <numerusform>%n شيئًا آخر: اختر واحدًا في قائمة الأشياء ثم «الروابط»</numerusform>
            <numerusform>%n شيء آخر: اختر واحدًا في قائمة الأشياء ثم «الروابط»</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is recorded of this together with another.</source>
        <translation>لم يُسجّل شيء يربط هذا بغيره.</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;طباعة…</translation>
    </message>
    <message>
        <source>One person or thing with its neighbours, as recorded. That a number or a name is written in two places says that, and nothing more.</source>
        <translation>شخص أو شيء مع ما يجاوره كما هو مسجل. كتابة رقم أو اسم في موضعين تعني ذلك فقط لا أكثر.</translation>
    </message>
    <message>
        <source>or a telephone number, an IBAN, a plate, a wallet, an e-mail address, @name</source>
        <translation>أو رقم هاتف أو IBAN أو لوحة مركبة أو محفظة أو عنوان بريد إلكتروني أو ‎@name</translation>
    </message>
    <message>
        <source>Begin with a number or a name</source>
        <translation>البدء برقم أو اسم</translation>
    </message>
    <message>
        <source>Choose with whom or what to begin, or type a number or a name.</source>
        <translation>اختر بمن أو بماذا تبدأ، أو اكتب رقمًا أو اسمًا.</translation>
    </message>
    <message>
        <source>S&amp;hared by several sources…</source>
        <translation>مشترك بين &amp;عدة مصادر…</translation>
    </message>
    <message>
        <source>&amp;Go on from here</source>
        <translation>ال&amp;متابعة من هنا</translation>
    </message>
    <message>
        <source>Go to the s&amp;ource</source>
        <translation>الذهاب إلى الم&amp;صدر</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message numerus="yes">
        <source>%n more link(s) are not read. Begin with a neighbour.</source>
        <translation>
            <numerusform>لا روابط أخرى لم تُقرأ.</numerusform>
            <numerusform>رابط آخر لم يُقرأ. ابدأ بأحد الجيران.</numerusform>
            <numerusform>رابطان آخران لم يُقرآ. ابدأ بأحد الجيران.</numerusform>
            <numerusform>%n روابط أخرى لم تُقرأ. ابدأ بأحد الجيران.</numerusform>
            <numerusform>%n رابطاً آخر لم يُقرأ. ابدأ بأحد الجيران.</numerusform>
            <numerusform>%n رابط آخر لم يُقرأ. ابدأ بأحد الجيران.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more number(s) or name(s) that are written there were not looked for elsewhere. Begin with one of them.</source>
        <translation>
            <numerusform>لم يُبحث في أماكن أخرى عن %n من الأرقام أو الأسماء المكتوبة هناك. ابدأ بأحدها.</numerusform>
            <numerusform>لم يُبحث في أماكن أخرى عن %n من الأرقام أو الأسماء المكتوبة هناك. ابدأ بأحدها.</numerusform>
            <numerusform>لم يُبحث في أماكن أخرى عن %n من الأرقام أو الأسماء المكتوبة هناك. ابدأ بأحدها.</numerusform>
            <numerusform>لم يُبحث في أماكن أخرى عن %n من الأرقام أو الأسماء المكتوبة هناك. ابدأ بأحدها.</numerusform>
            <numerusform>لم يُبحث في أماكن أخرى عن %n من الأرقام أو الأسماء المكتوبة هناك. ابدأ بأحدها.</numerusform>
            <numerusform>لم يُبحث في أماكن أخرى عن %n من الأرقام أو الأسماء المكتوبة هناك. ابدأ بأحدها.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you may not read is left out.</source>
        <translation>تُرك ما لا يحق لك قراءته.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>من</translation>
    </message>
    <message>
        <source>With</source>
        <translation>مع</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>القيود</translation>
    </message>
</context>
<context>
    <name>LongestTimeDialog</name>
    <message>
        <source>A longer time without a break is told before a record is signed, and the signature then needs a reason. Empty: {usual} minutes, and {child} for a child.</source>
        <translation>تُذكر المدة الأطول دون استراحة قبل توقيع المحضر، ويحتاج التوقيع عندئذ إلى سبب. إذا تُرك فارغاً: {usual} دقيقة، و{child} لطفل.</translation>
    </message>
    <message>
        <source>Longest time without a break</source>
        <translation>أطول مدة دون استراحة</translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation>الدقائق</translation>
    </message>
    <message>
        <source>Minutes for a &amp;child</source>
        <translation>الدقائق لطفل</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Please write why.</source>
        <translation>يُرجى كتابة السبب.</translation>
    </message>
</context>
<context>
    <name>MachineReadingDialog</name>
    <message>
        <source>Read the words by machine</source>
        <translation>قراءة الكلمات آليًا</translation>
    </message>
    <message>
        <source>What a machine reads can be wrong. It is shown here, and the search finds it as read by a machine. It is no testimony and goes into no bundle.</source>
        <translation>قد يكون ما تقرؤه الآلة خاطئًا. يُعرض هنا، ويجده البحث على أنه مقروء آليًا. ليس شهادة ولا يدخل في أي حزمة.</translation>
    </message>
    <message>
        <source>What a machine reads can be wrong. Of a part of another file it is shown here and not kept. It is no testimony and goes into no bundle.</source>
        <translation>قد يكون ما تقرؤه الآلة خاطئًا. ما يُقرأ من جزء من ملف آخر يُعرض هنا ولا يُحفظ. ليس شهادة ولا يدخل في أي حزمة.</translation>
    </message>
    <message>
        <source>&amp;Languages of the picture</source>
        <translation>&amp;لغات الصورة</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>هذه الصفحة</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>كل الصفحات</translation>
    </message>
    <message>
        <source>&amp;What is read</source>
        <translation>&amp;ما يُقرأ</translation>
    </message>
    <message>
        <source>Read by the machine</source>
        <translation>ما قرأته الآلة</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>إ&amp;يقاف</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;قراءة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>What reads pictures on this machine is looked for.</source>
        <translation>يجري البحث عن البرنامج الذي يقرأ الصور على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Please choose the languages of the picture.</source>
        <translation>اختر لغات الصورة من فضلك.</translation>
    </message>
    <message>
        <source>Tesseract, the program that reads pictures, is not installed on this machine.</source>
        <translation>برنامج Tesseract الذي يقرأ الصور غير مثبت على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Read by {program}.</source>
        <translation>القارئ: {program}.</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>صفحة {number}</translation>
    </message>
    <message>
        <source>(no words were found)</source>
        <translation>(لم تُعثر على كلمات)</translation>
    </message>
    <message>
        <source>{line}  (doubtful)</source>
        <translation>{line}  (مشكوك فيه)</translation>
    </message>
    <message>
        <source>Page {number} is read.</source>
        <translation>تُقرأ الصفحة {number}.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) read by {program} in: {languages}.</source>
        <translation>
            <numerusform>عدد الصفحات التي قرأها {program}: %n، باللغات: {languages}.</numerusform>
            <numerusform>عدد الصفحات التي قرأها {program}: %n، باللغات: {languages}.</numerusform>
            <numerusform>عدد الصفحات التي قرأها {program}: %n، باللغات: {languages}.</numerusform>
            <numerusform>عدد الصفحات التي قرأها {program}: %n، باللغات: {languages}.</numerusform>
            <numerusform>عدد الصفحات التي قرأها {program}: %n، باللغات: {languages}.</numerusform>
            <numerusform>عدد الصفحات التي قرأها {program}: %n، باللغات: {languages}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MadeDialog</name>
    <message>
        <source>Signed bundles of this case</source>
        <translation>الحزم الموقَّعة في هذه القضية</translation>
    </message>
    <message>
        <source>The vault keeps what was signed for whom, and not its file. Open the file to make a package of it, to encrypt it, to make an identity annex, or to note that it was sent.</source>
        <translation>تحتفظ الخزنة بما وُقِّع ولمن، ولا تحتفظ بالملف. افتح الملف لتصنع منه طردًا، أو لتشفيره، أو لإعداد ملحق هوية، أو لتدوين إرساله.</translation>
    </message>
    <message>
        <source>Signed bundles</source>
        <translation>الحزم الموقَّعة</translation>
    </message>
    <message>
        <source>No bundle of this case was signed yet.</source>
        <translation>لم تُوقَّع بعد أي حزمة في هذه القضية.</translation>
    </message>
    <message>
        <source>Open its &amp;file…</source>
        <translation>افتح ملفه…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>The file of bundle {number}</source>
        <translation>ملف الحزمة {number}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>وُقِّع في</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>المستلم</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>الغرض</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
</context>
<context>
    <name>MailPane</name>
    <message>
        <source>Headers</source>
        <translation>الترويسات</translation>
    </message>
    <message>
        <source>Parts and attachments</source>
        <translation>الأجزاء والمرفقات</translation>
    </message>
    <message>
        <source>Parts and attachments: {count}</source>
        <translation>الأجزاء والمرفقات: {count}</translation>
    </message>
    <message>
        <source>Parts and attachments: the first {shown} of {count}. Take the file out to see the rest.</source>
        <translation>الأجزاء والمرفقات: أول {shown} من {count}. أخرج الملف لرؤية الباقي.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>THB Desktop</source>
        <translation>THB Desktop</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;قفل</translation>
    </message>
    <message>
        <source>Change the &amp;passphrase…</source>
        <translation>تغيير &amp;عبارة المرور…</translation>
    </message>
    <message>
        <source>&amp;Interpreters…</source>
        <translation>ال&amp;مترجمون…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>الإع&amp;دادات…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>ال&amp;مفاتيح</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>القضايا</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>المقابلات</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>الأدلة</translation>
    </message>
    <message>
        <source>Custody</source>
        <translation>الحيازة</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>التصدير</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>السلامة</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>الترجمات</translation>
    </message>
    <message>
        <source>Check a signed &amp;file…</source>
        <translation>فحص م&amp;لف موقّع…</translation>
    </message>
    <message>
        <source>Packages sent and &amp;received…</source>
        <translation>ال&amp;طرود المرسلة والمستلمة…</translation>
    </message>
    <message>
        <source>Search e&amp;verything…</source>
        <translation>ب&amp;حث في كل شيء…</translation>
    </message>
</context>
<context>
    <name>MasksDialog</name>
    <message>
        <source>Mask words in version {number}</source>
        <translation>حجب كلمات في النسخة {number}</translation>
    </message>
    <message>
        <source>Choose a text, then words in it (Shift and the arrow keys). The recipient sees a mark with the reason in their place; no byte that leaves has the words.</source>
        <translation>اختر نصًا ثم كلمات فيه (Shift مع الأسهم). يرى المستلم مكانها علامة مع السبب، ولا يحوي أي بايت خارج هذه الكلمات.</translation>
    </message>
    <message>
        <source>Texts of the version</source>
        <translation>نصوص النسخة</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>The reasons are withheld together with the signature, whichever words you choose. Unless a certificate is there, no check can confirm then that the linguist signed these turns.</source>
        <translation>تُحجب الأسباب مع التوقيع، أيًّا كانت الكلمات المختارة. وما لم تكن هناك شهادة، لا يستطيع أي فحص عندئذ تأكيد أن اللغوي وقّع هذه المداخلات.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>&amp;Ordered by</source>
        <translation>أمر به</translation>
    </message>
    <message>
        <source>Mask them &amp;everywhere</source>
        <translation>حجبها في كل مكان</translation>
    </message>
    <message>
        <source>&amp;Show again…</source>
        <translation>إظهار من جديد…</translation>
    </message>
    <message>
        <source>&amp;Mask the chosen words</source>
        <translation>حجب الكلمات المختارة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>The texts of the version are read.</source>
        <translation>تُقرأ نصوص النسخة.</translation>
    </message>
    <message>
        <source>Please put the cursor into a masked place.</source>
        <translation>يرجى وضع المؤشر في موضع محجوب.</translation>
    </message>
    <message>
        <source>Show these words again?</source>
        <translation>هل تُظهر هذه الكلمات من جديد؟</translation>
    </message>
    <message>
        <source>The mask is withdrawn. Who withdrew it, and why, stays on record.</source>
        <translation>يُسحب الحجب. ويبقى مسجلًا من سحبه ولماذا.</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>إظهار من جديد</translation>
    </message>
    <message>
        <source>Please choose the reason.</source>
        <translation>يرجى اختيار السبب.</translation>
    </message>
    <message>
        <source>Please write which authority ordered it.</source>
        <translation>يرجى كتابة السلطة التي أمرت به.</translation>
    </message>
    <message>
        <source>Please choose words in the text first.</source>
        <translation>يرجى أولًا اختيار كلمات في النص.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) masked.</source>
        <translation>
            <numerusform>لم يُحجب أي موضع.</numerusform>
            <numerusform>حُجب موضع واحد.</numerusform>
            <numerusform>حُجب موضعان.</numerusform>
            <numerusform>حُجبت %n مواضع.</numerusform>
            <numerusform>حُجب %n موضعًا.</numerusform>
            <numerusform>حُجب %n موضع.</numerusform>
        </translation>
    </message>
    <message>
        <source>Place</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>الحجب</translation>
    </message>
    <message>
        <source>what was found of signatures</source>
        <translation>ما وُجد من أمر التوقيعات</translation>
    </message>
    <message>
        <source>name of a file</source>
        <translation>اسم ملف</translation>
    </message>
    <message>
        <source>Mask sealed &amp;identities</source>
        <translation>حجب الهويات المختومة</translation>
    </message>
    <message>
        <source>Nothing more to mask was found.</source>
        <translation>لم يُعثر على شيء آخر لحجبه.</translation>
    </message>
    <message>
        <source>Mask the &amp;column from here down</source>
        <translation>احجب ال&amp;عمود من هنا إلى أسفل</translation>
    </message>
    <message>
        <source>content of the file</source>
        <translation>محتوى الملف</translation>
    </message>
    <message>
        <source>custody event {number}</source>
        <translation>حدث الحيازة {number}</translation>
    </message>
    <message>
        <source>This was signed, or told, as one. Whichever words you choose in it, all of it is withheld; the recipient sees that, with the reason.</source>
        <translation>وُقّع هذا أو قيل كاملًا. أيًّا كانت الكلمات التي تختارها فيه، يُحجب كلّه؛ ويرى المستلم ذلك مع السبب.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>One person, two records: {person} and another</source>
        <translation>شخص واحد وسجلان: {person} وسجل آخر</translation>
    </message>
    <message>
        <source>Both records keep their rows, their numbers and their history. They are shown as one person, and can be split again.</source>
        <translation>يحتفظ السجلان بسطورهما وأرقامهما وتاريخهما. ويُعرضان كشخص واحد، ويمكن فصلهما من جديد.</translation>
    </message>
    <message>
        <source>&amp;Other record</source>
        <translation>ال&amp;سجل الآخر</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>ال&amp;محتفظ به</translation>
    </message>
    <message>
        <source>&amp;May documents name the other number too?</source>
        <translation>هل تذكر ال&amp;وثائق الرقم الآخر أيضًا؟</translation>
    </message>
    <message>
        <source>If they may, this reason goes out with the proof of a bundle.</source>
        <translation>إن جاز ذلك، خرج هذا السبب مع إثبات الحزمة.</translation>
    </message>
    <message>
        <source>Mer&amp;ge</source>
        <translation>&amp;دمج</translation>
    </message>
    <message>
        <source>&amp;Propose</source>
        <translation>ا&amp;قتراح</translation>
    </message>
    <message>
        <source>There is no other record in this case.</source>
        <translation>لا سجل آخر في هذه القضية.</translation>
    </message>
    <message>
        <source>Please answer yes or no.</source>
        <translation>أجب بنعم أو لا.</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>Please choose the other record of this person.</source>
        <translation>يرجى اختيار السجل الآخر لهذا الشخص.</translation>
    </message>
    <message>
        <source>Please choose which record is kept.</source>
        <translation>يرجى اختيار السجل الذي يُحتفظ به.</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>Day, month, year, time</source>
        <translation>اليوم، الشهر، السنة، الساعة</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>الآن</translation>
    </message>
</context>
<context>
    <name>MoneyFlowDialog</name>
    <message>
        <source>Money flow</source>
        <translation>حركة الأموال</translation>
    </message>
    <message>
        <source>Who paid whom, as recorded. Sums are by currency; an end that nobody stated is unknown, and stands apart from every other.</source>
        <translation>من دفع لمن، كما سُجّل. المجاميع بحسب العملة؛ والطرف الذي لم يذكره أحد مجهول ويبقى منفصلاً عن كل طرف آخر.</translation>
    </message>
    <message>
        <source>Drawing of the money flow; the list below says the same</source>
        <translation>رسم حركة الأموال؛ والقائمة أدناه تقول الشيء نفسه</translation>
    </message>
    <message>
        <source>Drawing of the money flow</source>
        <translation>رسم حركة الأموال</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>الحركات</translation>
    </message>
    <message>
        <source>No money is recorded, or none that fits what was chosen.</source>
        <translation>لم تُسجّل أموال، أو لا شيء يوافق ما اختير.</translation>
    </message>
    <message>
        <source>Entries of the chosen flow</source>
        <translation>قيود الحركة المختارة</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;طباعة…</translation>
    </message>
    <message>
        <source>Go to the &amp;entry</source>
        <translation>الذهاب إلى ال&amp;قيد</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>All parties</source>
        <translation>كل الأطراف</translation>
    </message>
    <message>
        <source>Only flows of</source>
        <translation>حركات هذا الطرف فقط</translation>
    </message>
    <message>
        <source>All currencies</source>
        <translation>كل العملات</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>From this day on</source>
        <translation>من هذا اليوم</translation>
    </message>
    <message>
        <source>Up to this day</source>
        <translation>حتى هذا اليوم</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>مجهول</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>كما كُتب</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>مجموعان</translation>
    </message>
    <message>
        <source>{drawn} of {listed} flows are drawn; all are listed.</source>
        <translation>رُسم {drawn} من {listed} حركة، وكلها في القائمة.</translation>
    </message>
    <message>
        <source>Flows that are not read: {count}, with payments in all: {payments}. Choose one party, currency or period.</source>
        <translation>الحركات غير المقروءة: {count}، ومجموع دفعاتها: {payments}. اختر طرفاً أو عملة أو فترة.</translation>
    </message>
    <message numerus="yes">
        <source>Left out, because no exact day is known: %n entry(s) of the case.</source>
        <translation>
            <numerusform>لم تُترك قيود.</numerusform>
            <numerusform>تُرك قيد واحد من قيود الملف لأن يومه غير معروف بدقة.</numerusform>
            <numerusform>تُرك قيدان من قيود الملف لأن يومهما غير معروف بدقة.</numerusform>
            <numerusform>تُركت %n من قيود الملف لأن يومها غير معروف بدقة.</numerusform>
            <numerusform>تُركت %n من قيود الملف لأن يومها غير معروف بدقة.</numerusform>
            <numerusform>تُركت %n من قيود الملف لأن يومها غير معروف بدقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>In the whole case:</source>
        <translation>في الملف كله:</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>دفعه</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>استلمه</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>القيود</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Place in the source</source>
        <translation>الموضع في المصدر</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>معاملات</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>تسليمات</translation>
    </message>
    <message>
        <source>Joined as one transfer</source>
        <translation>مجموعان في تحويل واحد</translation>
    </message>
    <message>
        <source>through {agents}</source>
        <translation>عن طريق {agents}</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>غير مذكور</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Only you see it.</source>
        <translation>لا يراها أحد سواك.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>الاسم مطلوب.</translation>
    </message>
</context>
<context>
    <name>NewBarDialog</name>
    <message>
        <source>Bar {number} from leaving</source>
        <translation>منع {number} من الخروج</translation>
    </message>
    <message>
        <source>A bar on abuse material is never lifted. Each other one is lifted for a reason.</source>
        <translation>منع مادة الاعتداء لا يُرفع أبدًا. وكل منع آخر يُرفع لسبب.</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>&amp;Why it stays</source>
        <translation>&amp;لماذا يبقى</translation>
    </message>
    <message>
        <source>&amp;Who asked for it, or what it rests on</source>
        <translation>&amp;من طلبه، أو على ماذا يستند</translation>
    </message>
    <message>
        <source>&amp;Bar</source>
        <translation>ا&amp;منع</translation>
    </message>
    <message>
        <source>Please choose why it stays in the office.</source>
        <translation>يرجى اختيار سبب بقائه في المكتب.</translation>
    </message>
    <message>
        <source>Please write who asked for it, or what it rests on.</source>
        <translation>يرجى كتابة من طلبه، أو على ماذا يستند.</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>&amp;New passphrase</source>
        <translation>عبارة مرور &amp;جديدة</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>عبارة مرور جديدة</translation>
    </message>
    <message>
        <source>Repeat &amp;it</source>
        <translation>&amp;كرّرها</translation>
    </message>
    <message>
        <source>New passphrase, repeated</source>
        <translation>عبارة مرور جديدة، مكرّرة</translation>
    </message>
    <message>
        <source>Please type the new passphrase.</source>
        <translation>يُرجى كتابة عبارة المرور الجديدة.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Please type them again.</source>
        <translation>عبارتا المرور مختلفتان. يُرجى كتابتهما من جديد.</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Code or its name</source>
        <translation>الرمز أو اسمه</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>نص الملاحظة</translation>
    </message>
    <message>
        <source>Language of the note</source>
        <translation>لغة الملاحظة</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>تستند إلى</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>In print</source>
        <translation>في الطباعة</translation>
    </message>
    <message>
        <source>Written in</source>
        <translation>مكتوبة بـ</translation>
    </message>
    <message>
        <source>&amp;Note it</source>
        <translation>تدوين</translation>
    </message>
    <message>
        <source>No code has this in it. Please choose one.</source>
        <translation>لا يوجد رمز يحتوي على هذا. يرجى اختيار رمز.</translation>
    </message>
    <message>
        <source>Please choose a code: type a part of it, or press Down.</source>
        <translation>يرجى اختيار رمز: اكتب جزءا منه أو اضغط السهم إلى الأسفل.</translation>
    </message>
    <message>
        <source>The text stays. Choose on what the note rests, with {key} or an arrow; then Enter notes it.</source>
        <translation>النص باق. اختر على ماذا تستند الملاحظة، بالمفتاح {key} أو بسهم؛ ثم يسجلها Enter.</translation>
    </message>
    <message>
        <source>Please write the note.</source>
        <translation>يرجى كتابة الملاحظة.</translation>
    </message>
    <message>
        <source>{found} of {all} codes</source>
        <translation>{found} من {all} من الرموز</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>غير مذكور</translation>
    </message>
</context>
<context>
    <name>NoteParts</name>
    <message>
        <source>Readings, one in each line</source>
        <translation>القراءات، واحدة في كل سطر</translation>
    </message>
    <message>
        <source>Preferred reading</source>
        <translation>القراءة المفضّلة</translation>
    </message>
    <message>
        <source>As it was rendered first</source>
        <translation>كما تُرجم أولاً</translation>
    </message>
    <message>
        <source>As the interpreter corrected it</source>
        <translation>كما صحّحه المترجم</translation>
    </message>
    <message>
        <source>none named</source>
        <translation>لم يُذكر أي مدخل</translation>
    </message>
    <message>
        <source>Entry of the glossary</source>
        <translation>مدخل المسرد</translation>
    </message>
    <message>
        <source>Exhibit to which the person pointed</source>
        <translation>الدليل الذي أشار إليه الشخص</translation>
    </message>
    <message>
        <source>Please write two readings or more, each in a line of its own.</source>
        <translation>يُرجى كتابة قراءتين أو أكثر، كل واحدة في سطرها.</translation>
    </message>
    <message>
        <source>Please write both: as it was rendered first, and as it was corrected.</source>
        <translation>يُرجى كتابة الاثنين: ما تُرجم أولاً وما صُحّح.</translation>
    </message>
    <message>
        <source>Please choose what could be seen or heard.</source>
        <translation>يُرجى اختيار ما أمكن رؤيته أو سماعه.</translation>
    </message>
    <message>
        <source>none preferred</source>
        <translation>لا قراءة مفضّلة</translation>
    </message>
    <message>
        <source>Glossary: {concept}</source>
        <translation>المسرد: {concept}</translation>
    </message>
</context>
<context>
    <name>NoticesDialog</name>
    <message>
        <source>Notices: {case}</source>
        <translation>الإشعارات: {case}</translation>
    </message>
    <message>
        <source>Whoever received an exhibit or a record is told when it is recalled, rectified or supplemented.</source>
        <translation>يُبلَّغ من استلم دليلًا أو محضرًا حين يُسحب أو يُصحَّح أو يُكمَّل.</translation>
    </message>
    <message>
        <source>Since it was sent</source>
        <translation>منذ إرساله</translation>
    </message>
    <message>
        <source>On</source>
        <translation>في</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>المستلمون</translation>
    </message>
    <message>
        <source>&amp;To be told</source>
        <translation>ما &amp;يُبلَّغ</translation>
    </message>
    <message>
        <source>Nothing that was sent has changed since.</source>
        <translation>لم يتغير شيء مما أُرسل منذ ذلك.</translation>
    </message>
    <message>
        <source>S&amp;ign a notice…</source>
        <translation>و&amp;قّع إشعارا…</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>Its number there</source>
        <translation>رقمه هناك</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>حُرر</translation>
    </message>
    <message>
        <source>Noti&amp;ces that came</source>
        <translation>الإشعارات ال&amp;واردة</translation>
    </message>
    <message>
        <source>No notice came about this case.</source>
        <translation>لم يصل إشعار عن هذه القضية.</translation>
    </message>
    <message>
        <source>Rec&amp;ord this office…</source>
        <translation>&amp;سجّل هذا المكتب…</translation>
    </message>
    <message>
        <source>&amp;Enter a notice…</source>
        <translation>&amp;أدخل إشعارا…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Notice that came</source>
        <translation>الإشعار الذي وصل</translation>
    </message>
    <message>
        <source>The notice is entered. It says of {number}: {kind}.</source>
        <translation>أُدخل الإشعار. يقول عن {number}: {kind}.</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>موقّع</translation>
    </message>
    <message>
        <source>Not signed yet</source>
        <translation>لم يوقّع بعد</translation>
    </message>
    <message>
        <source>bundle {number}</source>
        <translation>الحزمة {number}</translation>
    </message>
    <message>
        <source>identity annex {number}</source>
        <translation>ملحق الهوية {number}</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>أُرسل</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>ممّ</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>الإشعار</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;طباعة…</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>استُلم</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>ط&amp;باعة…</translation>
    </message>
    <message>
        <source>a single file of {number}</source>
        <translation>ملف مفرد من {number}</translation>
    </message>
    <message>
        <source>The notice is signed: {file}. Send it to everybody who received what it is about.</source>
        <translation>وُقّع الإشعار: {file}. أرسله إلى كل من استلم ما يتعلق به.</translation>
    </message>
</context>
<context>
    <name>Noting</name>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>شك</translation>
    </message>
    <message>
        <source>Ask the judge</source>
        <translation>سؤال القاضي</translation>
    </message>
    <message>
        <source>Nothing differs in this turn.</source>
        <translation>لا شيء يختلف في هذه المداخلة.</translation>
    </message>
    <message>
        <source>{finding} The reason for it is given with the certificate.</source>
        <translation>{finding} يُعطى السبب مع الشهادة.</translation>
    </message>
    <message>
        <source>As said, because…</source>
        <translation>كما قيل، لأن…</translation>
    </message>
    <message>
        <source>Strike out this note?</source>
        <translation>شطب هذه الملاحظة؟</translation>
    </message>
    <message>
        <source>It stays readable, with the reason, and no longer counts.</source>
        <translation>تبقى مقروءة مع السبب، ولا تُعدّ بعد ذلك.</translation>
    </message>
    <message>
        <source>&amp;Strike it out</source>
        <translation>شطب</translation>
    </message>
    <message>
        <source>There are no words here to which something is noted.</source>
        <translation>لا توجد هنا كلمات يُدوَّن عليها شيء.</translation>
    </message>
    <message>
        <source>This turn is no part of the job: nothing is noted at it.</source>
        <translation>هذه المداخلة ليست جزءًا من العمل: لا يُدوَّن عليها شيء.</translation>
    </message>
    <message>
        <source>Nothing can be noted in this job now.</source>
        <translation>لا يمكن تدوين شيء في هذا العمل الآن.</translation>
    </message>
    <message>
        <source>No like text stands beside this turn under this key.</source>
        <translation>لا يوجد نص مشابه بجانب هذا الدور تحت هذا المفتاح.</translation>
    </message>
    <message numerus="yes">
        <source>The words of %n note(s) do not stand in the new wording. Place them again, beside the turn.</source>
        <translation>
            <numerusform>لا توجد ملاحظة كلماتها ناقصة في الصياغة الجديدة.</numerusform>
            <numerusform>كلمات ملاحظة واحدة ليست في الصياغة الجديدة. ضعها من جديد بجانب المداخلة.</numerusform>
            <numerusform>كلمات ملاحظتين ليست في الصياغة الجديدة. ضعهما من جديد بجانب المداخلة.</numerusform>
            <numerusform>كلمات %n ملاحظات ليست في الصياغة الجديدة. ضعها من جديد بجانب المداخلة.</numerusform>
            <numerusform>كلمات %n ملاحظة ليست في الصياغة الجديدة. ضعها من جديد بجانب المداخلة.</numerusform>
            <numerusform>كلمات %n ملاحظة ليست في الصياغة الجديدة. ضعها من جديد بجانب المداخلة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ObjectionDialog</name>
    <message>
        <source>Objection of the person to the interpreter</source>
        <translation>اعتراض الشخص على المترجم</translation>
    </message>
    <message>
        <source>Ask without the interpreter, and let it be said through somebody or something else. It is sealed for the magistrates at once: it is in no record, on no page and in no work of the interpreter, and it is not shown here again. They read it on the page Translations, under Concerns for safety.</source>
        <translation>اسأل من دون المترجم، ودع الكلام يصل عن طريق شخص أو شيء آخر. يُختم فوراً للقضاة: لا يرد في أي محضر ولا على أي صفحة ولا في أي عمل للمترجم، ولا يظهر هنا ثانية. يقرؤونه في صفحة الترجمات، تحت «مخاوف على السلامة».</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>المترجم</translation>
    </message>
    <message>
        <source>T&amp;hrough whom or what</source>
        <translation>عن &amp;طريق من أو ماذا</translation>
    </message>
    <message>
        <source>&amp;What the person said</source>
        <translation>&amp;ما قاله الشخص</translation>
    </message>
    <message>
        <source>&amp;Seal it</source>
        <translation>&amp;ختم</translation>
    </message>
    <message>
        <source>Please write what the person said.</source>
        <translation>اكتب ما قاله الشخص.</translation>
    </message>
    <message>
        <source>It is being sealed…</source>
        <translation>جارٍ الختم…</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
</context>
<context>
    <name>OfferedDialog</name>
    <message>
        <source>Is this signing key yours?</source>
        <translation>هل مفتاح التوقيع هذا لك؟</translation>
    </message>
    <message>
        <source>Somebody who may manage users added a key for you: {key}, {time}. It signs for nobody until you agree. Whoever has it can then sign in your name.</source>
        <translation>أضاف شخص يدير المستخدمين مفتاحًا لك: {key}، {time}. لا يوقّع باسم أحد حتى توافق. ومن يملكه يستطيع بعد ذلك التوقيع باسمك.</translation>
    </message>
    <message>
        <source>&amp;Reason, if you refuse</source>
        <translation>&amp;السبب إن رفضت</translation>
    </message>
    <message>
        <source>Re&amp;fuse it</source>
        <translation>&amp;رفضه</translation>
    </message>
    <message>
        <source>It is mine: &amp;agree</source>
        <translation>إنه لي: &amp;أوافق</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>You wrote a reason to refuse this key. Delete the reason to agree.</source>
        <translation>كتبتَ سبباً لرفض هذا المفتاح. احذف السبب لكي توافق.</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>السبب مطلوب. اكتب لماذا.</translation>
    </message>
</context>
<context>
    <name>OfficeDialog</name>
    <message>
        <source>Record an office abroad</source>
        <translation>تسجيل مكتب أجنبي</translation>
    </message>
    <message>
        <source>Ask the office for the fingerprint of its root by telephone, not in the message with the package. Who told it, and how, stays on record.</source>
        <translation>اطلب بصمة الجذر من المكتب بالهاتف، لا في الرسالة التي مع الطرد. يبقى مسجلا من قالها وكيف.</translation>
    </message>
    <message>
        <source>Root that the package names</source>
        <translation>الجذر الذي يسميه الطرد</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>ا&amp;لاسم</translation>
    </message>
    <message>
        <source>&amp;State (two capital letters)</source>
        <translation>ال&amp;دولة (حرفان لاتينيان كبيران)</translation>
    </message>
    <message>
        <source>Its &amp;fingerprint (SHA-256)</source>
        <translation>ب&amp;صمته (SHA-256)</translation>
    </message>
    <message>
        <source>&amp;Who told it, and how</source>
        <translation>م&amp;ن قالها وكيف</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;سجّل</translation>
    </message>
    <message>
        <source>Please write which office it is.</source>
        <translation>يرجى كتابة أي مكتب هو.</translation>
    </message>
    <message>
        <source>Please write its State.</source>
        <translation>يرجى كتابة دولته.</translation>
    </message>
    <message>
        <source>Please type the fingerprint as the office tells it.</source>
        <translation>يرجى كتابة البصمة كما يقولها المكتب.</translation>
    </message>
    <message>
        <source>Please write who told the fingerprint, and how.</source>
        <translation>يرجى كتابة من قال البصمة وكيف.</translation>
    </message>
    <message>
        <source>The certificate is compared and recorded.</source>
        <translation>تُقارن الشهادة وتُسجّل.</translation>
    </message>
    <message>
        <source>File with its root certificate</source>
        <translation>ملف شهادة جذره</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>تصف&amp;ح…</translation>
    </message>
    <message>
        <source>File with its root &amp;certificate</source>
        <translation>ملف ش&amp;هادة جذره</translation>
    </message>
</context>
<context>
    <name>OfficeView</name>
    <message>
        <source>&amp;People</source>
        <translation>الأ&amp;شخاص</translation>
    </message>
    <message>
        <source>&amp;Rights</source>
        <translation>ال&amp;صلاحيات</translation>
    </message>
    <message>
        <source>&amp;Keys and recovery</source>
        <translation>المفات&amp;يح والاسترداد</translation>
    </message>
    <message>
        <source>&amp;Signing keys</source>
        <translation>مفاتيح ال&amp;توقيع</translation>
    </message>
    <message>
        <source>&amp;Backups</source>
        <translation>ال&amp;نسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Consu&amp;ltations</source>
        <translation>&amp;من اطّلع</translation>
    </message>
    <message>
        <source>Cauti&amp;ons</source>
        <translation>الت&amp;نبيهات</translation>
    </message>
    <message>
        <source>Other offices</source>
        <translation>مكاتب أخرى</translation>
    </message>
    <message>
        <source>Cooperation data</source>
        <translation>بيانات التعاون</translation>
    </message>
</context>
<context>
    <name>OpenPacketDialog</name>
    <message>
        <source>Open a packet</source>
        <translation>فتح رزمة</translation>
    </message>
    <message>
        <source>An office sent you work. The packet opens if it is as that office signed it. You were told fingerprint and passphrase in another way.</source>
        <translation>أرسل إليك مكتبٌ عملًا. تُفتح الرزمة إن كانت كما وقّعها ذلك المكتب. قيلت لك البصمة وعبارة المرور بطريق آخر.</translation>
    </message>
    <message>
        <source>The packet, or its place on this computer</source>
        <translation>الرزمة، أو مكانها على هذا الحاسوب</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;تصفح…</translation>
    </message>
    <message>
        <source>The pac&amp;ket, or its place on this computer</source>
        <translation>ال&amp;رزمة، أو مكانها على هذا الحاسوب</translation>
    </message>
    <message>
        <source>New place for it here</source>
        <translation>مكان جديد لها هنا</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>ت&amp;صفح…</translation>
    </message>
    <message>
        <source>&amp;New place for it here</source>
        <translation>م&amp;كان جديد لها هنا</translation>
    </message>
    <message>
        <source>&amp;Fingerprint of the office&apos;s root certificate</source>
        <translation>&amp;بصمة الشهادة الجذر للمكتب</translation>
    </message>
    <message>
        <source>Your key file, if you have one</source>
        <translation>ملف مفتاحك، إن كان لديك</translation>
    </message>
    <message>
        <source>&amp;Your key file, if you have one</source>
        <translation>ملف م&amp;فتاحك، إن كان لديك</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the packet, or of the key file</source>
        <translation>&amp;عبارة مرور الرزمة أو ملف المفتاح</translation>
    </message>
    <message>
        <source>Passphrase of the packet, or of the key file</source>
        <translation>عبارة مرور الرزمة أو ملف المفتاح</translation>
    </message>
    <message>
        <source>&amp;Open the packet</source>
        <translation>فت&amp;ح الرزمة</translation>
    </message>
    <message>
        <source>Please choose the folder of the packet.</source>
        <translation>يرجى اختيار مجلد الرزمة.</translation>
    </message>
    <message>
        <source>There is no folder of this name.</source>
        <translation>لا يوجد مجلد بهذا الاسم.</translation>
    </message>
    <message>
        <source>Please type the fingerprint as the office told it.</source>
        <translation>يرجى كتابة البصمة كما قالها المكتب.</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>يُرجى كتابة عبارة المرور.</translation>
    </message>
    <message>
        <source>The packet is opened, and compared with what the office signed.</source>
        <translation>تُفتح الرزمة وتُقارن بما وقّعه المكتب.</translation>
    </message>
</context>
<context>
    <name>OpeningCard</name>
    <message>
        <source>Found when the vault was unlocked</source>
        <translation>ما وُجد عند فتح الخزنة</translation>
    </message>
</context>
<context>
    <name>OwnKeysDialog</name>
    <message>
        <source>Make my keys my own</source>
        <translation>صنع مفاتيحي بنفسي</translation>
    </message>
    <message>
        <source>This program makes a new signing key and a new key to open with, under a new passphrase. What you signed stays valid. Do it in your own program. Cards and key files that were added for you are withdrawn, and your recovery code and shares no longer open the vault: make new ones.</source>
        <translation>يصنع هذا البرنامج مفتاح توقيع جديدًا ومفتاح فتح جديدًا تحت عبارة مرور جديدة. ويبقى ما وقّعته صحيحًا. افعل ذلك في برنامجك أنت. تُسحب البطاقات وملفات المفاتيح التي أضيفت لك، ولا يعود رمز الاسترداد ولا حصصه الخاصة بك تفتح الخزنة: اصنع غيرها.</translation>
    </message>
    <message>
        <source>&amp;Present passphrase</source>
        <translation>عبارة المرور الحالية</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>عبارة المرور الحالية</translation>
    </message>
    <message>
        <source>&amp;Make the keys</source>
        <translation>اصنع المفاتيح</translation>
    </message>
    <message>
        <source>Please type your present passphrase.</source>
        <translation>يُرجى كتابة عبارة مرورك الحالية.</translation>
    </message>
    <message>
        <source>The keys are made. This takes a few seconds.</source>
        <translation>يجري صنع المفاتيح. يستغرق ذلك بضع ثوانٍ.</translation>
    </message>
</context>
<context>
    <name>PackageDialog</name>
    <message>
        <source>Make the sealed package</source>
        <translation>إنشاء الطرد المختوم</translation>
    </message>
    <message>
        <source>The bundle, the files of its exhibits and their custody record, signed by you and closed for those whom you choose.</source>
        <translation>الحزمة وملفات أدلتها وسجل حفظها، موقعة منكم ومغلقة لمن تختارونهم.</translation>
    </message>
    <message>
        <source>Files of exhibits that &amp;travel</source>
        <translation>ملفات الأدلة التي &amp;تسافر</translation>
    </message>
    <message>
        <source>&amp;All that may leave</source>
        <translation>&amp;كل ما يجوز خروجه</translation>
    </message>
    <message>
        <source>Closed &amp;for</source>
        <translation>مغلق &amp;لمن</translation>
    </message>
    <message>
        <source>&amp;Record a recipient…</source>
        <translation>ت&amp;سجيل مستلم…</translation>
    </message>
    <message>
        <source>No passphrase</source>
        <translation>بلا عبارة مرور</translation>
    </message>
    <message>
        <source>New passphrase in &amp;words</source>
        <translation>&amp;عبارة مرور جديدة من كلمات</translation>
    </message>
    <message>
        <source>Why a sealed &amp;identity travels</source>
        <translation>لماذا تسافر &amp;هوية مختومة</translation>
    </message>
    <message>
        <source>Only if files tell one: without a reason they are refused</source>
        <translation>فقط إن ذكرتها ملفات: تُرفض دون سبب</translation>
    </message>
    <message>
        <source>Telepho&amp;ne number outside the envelope</source>
        <translation>&amp;رقم هاتف خارج المغلف</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>مجلد جديد</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>ت&amp;صفح…</translation>
    </message>
    <message>
        <source>New f&amp;older</source>
        <translation>&amp;مجلد جديد</translation>
    </message>
    <message>
        <source>&amp;Prepare</source>
        <translation>ت&amp;حضير</translation>
    </message>
    <message>
        <source>Please tick a recipient, or choose a passphrase.</source>
        <translation>ضعوا علامة على مستلم، أو اختاروا عبارة مرور.</translation>
    </message>
    <message>
        <source>Please write a telephone number, without a name, or leave it empty.</source>
        <translation>اكتبوا رقم هاتف دون اسم، أو اتركوه فارغا.</translation>
    </message>
    <message numerus="yes">
        <source>{exhibit} (%n file(s))</source>
        <translation>
            <numerusform>{exhibit} (لا ملفات)</numerusform>
            <numerusform>{exhibit} (ملف واحد)</numerusform>
            <numerusform>{exhibit} (ملفان)</numerusform>
            <numerusform>{exhibit} (%n ملفات)</numerusform>
            <numerusform>{exhibit} (%n ملفا)</numerusform>
            <numerusform>{exhibit} (%n ملف)</numerusform>
        </translation>
    </message>
    <message>
        <source>stays in the office</source>
        <translation>يبقى في المكتب</translation>
    </message>
    <message>
        <source>{kind}, always among them</source>
        <translation>{kind}، دائما بينهم</translation>
    </message>
    <message>
        <source>Why it leaves &amp;unsearched</source>
        <translation>لماذا يخرج دون بحث</translation>
    </message>
    <message>
        <source>Needed for pictures, recordings and unknown files</source>
        <translation>لازم للصور والتسجيلات والملفات غير المعروفة</translation>
    </message>
    <message>
        <source>The files are found, and searched for sealed identities.</source>
        <translation>تُجمع الملفات ويُبحث فيها عن هويات مختومة.</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} ميغابايت</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>كالمعتاد</translation>
    </message>
    <message>
        <source>&amp;Largest file</source>
        <translation>أكبر مل&amp;ف</translation>
    </message>
    <message>
        <source>&amp;Continue this package</source>
        <translation>متا&amp;بعة هذا الطرد</translation>
    </message>
    <message>
        <source>Empty as a rule: it tells everybody who sends</source>
        <translation>فارغ عادة: فهو يخبر الجميع بالمرسل</translation>
    </message>
    <message>
        <source>Package {number} is recorded and has its name. What was begun is still in its folder.</source>
        <translation>الحزمة {number} مسجلة وتحمل اسمها. ما بُدئ لا يزال في مجلدها.</translation>
    </message>
    <message>
        <source>Package {number} is recorded and complete at this place, and lacks its name.</source>
        <translation>الطرد {number} مسجّل ومكتمل في هذا المكان، وينقصه اسمه.</translation>
    </message>
    <message numerus="yes">
        <source>Package {number} was begun at this place and not finished. %n volume(s) are whole.</source>
        <translation>
            <numerusform>بدأ الطرد {number} في هذا المكان ولم يكتمل. لا جزء كاملاً (%n).</numerusform>
            <numerusform>بدأ الطرد {number} في هذا المكان ولم يكتمل. جزء واحد كامل (%n).</numerusform>
            <numerusform>بدأ الطرد {number} في هذا المكان ولم يكتمل. جزآن كاملان (%n).</numerusform>
            <numerusform>بدأ الطرد {number} في هذا المكان ولم يكتمل. %n أجزاء كاملة.</numerusform>
            <numerusform>بدأ الطرد {number} في هذا المكان ولم يكتمل. %n جزءاً كاملاً.</numerusform>
            <numerusform>بدأ الطرد {number} في هذا المكان ولم يكتمل. %n جزء كامل.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was begun is compared with the vault.</source>
        <translation>يُقارن ما بدأ بالخزنة.</translation>
    </message>
    <message>
        <source>Record first a certificate of your own office, which could not open the package otherwise, then one of the recipient. If nobody issues certificates, “thb recipient key” makes one.</source>
        <translation>سجّلوا أولا شهادة لمكتبكم، فبدونها لا يستطيع فتح الطرد، ثم شهادة للمستلم. وإذا لم يكن هناك من يصدر شهادات، فإن &quot;thb recipient key&quot; يصنع واحدة.</translation>
    </message>
    <message>
        <source>No recipient is recorded yet. Record one, or choose a passphrase.</source>
        <translation>لم يُسجّل أي مستلم بعد. سجّلوا واحدا، أو اختاروا عبارة مرور.</translation>
    </message>
</context>
<context>
    <name>PackagesDialog</name>
    <message>
        <source>Packages: {case}</source>
        <translation>الطرود: {case}</translation>
    </message>
    <message>
        <source>A transfer is closed when the receipt has come back.</source>
        <translation>تنتهي الإحالة حين يعود الإيصال.</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>الطرد</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>حُرر</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>What came back</source>
        <translation>ما عاد</translation>
    </message>
    <message>
        <source>&amp;Sent</source>
        <translation>ال&amp;مرسلة</translation>
    </message>
    <message>
        <source>No package of this case was sent.</source>
        <translation>لم يُرسل طرد من هذه القضية.</translation>
    </message>
    <message>
        <source>&amp;Enter a receipt…</source>
        <translation>&amp;أدخل إيصالا…</translation>
    </message>
    <message>
        <source>Enter a receipt &amp;on paper…</source>
        <translation>أدخل إيصالا &amp;ورقيا…</translation>
    </message>
    <message>
        <source>&amp;Withdraw a receipt on paper…</source>
        <translation>س&amp;حب إيصال ورقي…</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>استُلم</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>الأدلة</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>الإيصال</translation>
    </message>
    <message>
        <source>&amp;Received</source>
        <translation>المست&amp;لمة</translation>
    </message>
    <message>
        <source>No package came into this case.</source>
        <translation>لم يصل طرد إلى هذه القضية.</translation>
    </message>
    <message>
        <source>S&amp;ign a receipt…</source>
        <translation>و&amp;قّع إيصالا…</translation>
    </message>
    <message>
        <source>Import what was re&amp;fused…</source>
        <translation>استور&amp;د ما رُفض…</translation>
    </message>
    <message>
        <source>Receive a &amp;package…</source>
        <translation>استلم &amp;طردا…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Receipt that came back</source>
        <translation>الإيصال الذي عاد</translation>
    </message>
    <message>
        <source>It is of {party}, received {when}. It stays readable with your reason, and counts no more. Enter it again as it is.</source>
        <translation>هو من {party}، مستلم {when}. يبقى مقروءًا مع سببك ولا يُعتد به بعد ذلك. أدخله من جديد كما هو.</translation>
    </message>
    <message>
        <source>Withdraw the last receipt on paper?</source>
        <translation>هل يُسحب آخر إيصال ورقي؟</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;سحب</translation>
    </message>
    <message>
        <source>The receipt on paper of {party} is withdrawn: enter it again as it is.</source>
        <translation>سُحب الإيصال الورقي من {party}: أدخله من جديد كما هو.</translation>
    </message>
    <message>
        <source>Withdrawn: {receipt}. Why: {reason}</source>
        <translation>مسحوب: {receipt}. السبب: {reason}</translation>
    </message>
    <message>
        <source>Why {number} was refused is corrected. Sign a receipt that says so.</source>
        <translation>صُحّح سبب رفض {number}. وقّع إيصالًا يذكر ذلك.</translation>
    </message>
    <message>
        <source>Imported after all: {numbers}. Sign a receipt that says so.</source>
        <translation>استُورد بعد الرفض: {numbers}. وقّع إيصالا يقول ذلك.</translation>
    </message>
    <message>
        <source>The package {number} is among the exhibits of the case. Sign a receipt for it.</source>
        <translation>الطرد {number} بين أدلة القضية. وقّع إيصالا عنه.</translation>
    </message>
    <message>
        <source>No receipt yet</source>
        <translation>لا إيصال بعد</translation>
    </message>
    <message>
        <source>The receipt is signed: {file}. Send it back.</source>
        <translation>وُقّع الإيصال: {file}. أرسله.</translation>
    </message>
    <message>
        <source>Correct w&amp;hy it was refused…</source>
        <translation>تصحيح سبب ال&amp;رفض…</translation>
    </message>
    <message>
        <source>Received, with remarks</source>
        <translation>استُلم، مع ملاحظات</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) accepted</source>
        <translation>
            <numerusform>أدلة مقبولة: %n</numerusform>
            <numerusform>أدلة مقبولة: %n</numerusform>
            <numerusform>أدلة مقبولة: %n</numerusform>
            <numerusform>أدلة مقبولة: %n</numerusform>
            <numerusform>أدلة مقبولة: %n</numerusform>
            <numerusform>أدلة مقبولة: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} refused: {reason}</source>
        <translation>{number} مرفوض: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>مستورد: %n</numerusform>
            <numerusform>مستورد: %n</numerusform>
            <numerusform>مستورد: %n</numerusform>
            <numerusform>مستورد: %n</numerusform>
            <numerusform>مستورد: %n</numerusform>
            <numerusform>مستورد: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>مرفوض: %n</numerusform>
            <numerusform>مرفوض: %n</numerusform>
            <numerusform>مرفوض: %n</numerusform>
            <numerusform>مرفوض: %n</numerusform>
            <numerusform>مرفوض: %n</numerusform>
            <numerusform>مرفوض: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them refused before</source>
        <translation>
            <numerusform>رُفض منها سابقا: %n</numerusform>
            <numerusform>رُفض منها سابقا: %n</numerusform>
            <numerusform>رُفض منها سابقا: %n</numerusform>
            <numerusform>رُفض منها سابقا: %n</numerusform>
            <numerusform>رُفض منها سابقا: %n</numerusform>
            <numerusform>رُفض منها سابقا: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>موقّع</translation>
    </message>
    <message>
        <source>Not signed yet</source>
        <translation>لم يوقّع بعد</translation>
    </message>
    <message>
        <source>&amp;Notices…</source>
        <translation>الإ&amp;شعارات…</translation>
    </message>
    <message>
        <source>Receipt of another office</source>
        <translation>إيصال مكتب آخر</translation>
    </message>
    <message>
        <source>no receipt yet of {names}</source>
        <translation>لا إشعار استلام بعد من {names}</translation>
    </message>
    <message>
        <source>Re&amp;cord this office…</source>
        <translation>&amp;سجّل هذا المكتب…</translation>
    </message>
</context>
<context>
    <name>PacksPart</name>
    <message>
        <source>Rules about instruments, languages, deadlines and holidays are read from this pack. Look up a statement that was compared with no official list before you rely on it.</source>
        <translation>تُقرأ من هذه المجموعة قواعد الصكوك واللغات والآجال والعطل. تحققوا من كل بيان لم يقارن بقائمة رسمية قبل الاعتماد عليه.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>It says</source>
        <translation>ما يقوله</translation>
    </message>
    <message>
        <source>Official list</source>
        <translation>القائمة الرسمية</translation>
    </message>
    <message>
        <source>Beside the program&apos;s</source>
        <translation>مقارنة بمجموعة البرنامج</translation>
    </message>
    <message>
        <source>Statements of the pack</source>
        <translation>بيانات المجموعة</translation>
    </message>
    <message>
        <source>Adop&amp;t a pack…</source>
        <translation>اعت&amp;ماد مجموعة…</translation>
    </message>
    <message>
        <source>Save the pack in &amp;use…</source>
        <translation>حف&amp;ظ المجموعة المستعملة…</translation>
    </message>
    <message>
        <source>In use: pack {version} of the program, checked on {date}. {source}</source>
        <translation>المستعملة: المجموعة {version} من البرنامج، فُحصت في {date}. {source}</translation>
    </message>
    <message>
        <source>In use: pack {version} of the office, checked on {date}. {source}</source>
        <translation>المستعملة: المجموعة {version} من المكتب، فُحصت في {date}. {source}</translation>
    </message>
    <message>
        <source>Pack number {number}, adopted {at} by {name}: {reason}</source>
        <translation>المجموعة رقم {number}، اعتمدها {name} في {at}: {reason}</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>المصدر: {source}</translation>
    </message>
    <message>
        <source>{types}; not where this is answered with yes: {question}</source>
        <translation>{types}؛ إلا إذا كان الجواب بنعم عن: {question}</translation>
    </message>
    <message>
        <source>{told}; not for measures that are always available</source>
        <translation>{told}؛ ولا يسري على التدابير المتاحة دائمًا</translation>
    </message>
    <message>
        <source>Always available: {measures}</source>
        <translation>متاحة دائمًا: {measures}</translation>
    </message>
    <message>
        <source>Another measure may take their place: {measures}</source>
        <translation>قد يحل محلها تدبير آخر: {measures}</translation>
    </message>
    <message>
        <source>Save the pack in use</source>
        <translation>حفظ المجموعة المستعملة</translation>
    </message>
    <message>
        <source>The file could not be written. Choose a name that is not there yet.</source>
        <translation>تعذرت كتابة الملف. اختاروا اسما غير موجود بعد.</translation>
    </message>
    <message>
        <source>The pack is written: {file}. Change it, and adopt it.</source>
        <translation>كُتبت المجموعة: {file}. عدّلوها ثم اعتمدوها.</translation>
    </message>
    <message>
        <source>Pack number {number} of the office is in use.</source>
        <translation>المجموعة رقم {number} من المكتب مستعملة الآن.</translation>
    </message>
    <message>
        <source>Whom it binds</source>
        <translation>من يلزمه</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>Protection of data</source>
        <translation>حماية البيانات</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>العطل</translation>
    </message>
    <message>
        <source>How documents cite it</source>
        <translation>كيف تذكره الوثائق</translation>
    </message>
    <message>
        <source>Availability of measures</source>
        <translation>إتاحة التدابير</translation>
    </message>
    <message>
        <source>Ground of postponement</source>
        <translation>سبب التأجيل</translation>
    </message>
    <message>
        <source>Ground of refusal</source>
        <translation>سبب الرفض</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>قورن</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>لم يقارن</translation>
    </message>
    <message>
        <source>Says something else</source>
        <translation>يقول غير ذلك</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>هنا فقط</translation>
    </message>
    <message>
        <source>Is not in this pack</source>
        <translation>ليس في هذه المجموعة</translation>
    </message>
    <message>
        <source>Official form</source>
        <translation>النموذج الرسمي</translation>
    </message>
    <message>
        <source>Official languages</source>
        <translation>اللغات الرسمية</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n ساعة</numerusform>
            <numerusform>ساعة واحدة</numerusform>
            <numerusform>ساعتان</numerusform>
            <numerusform>%n ساعات</numerusform>
            <numerusform>%n ساعة</numerusform>
            <numerusform>%n ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يوما</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more with reasons</source>
        <translation>
            <numerusform>%n إضافية مع بيان الأسباب</numerusform>
            <numerusform>واحد إضافي مع بيان الأسباب</numerusform>
            <numerusform>اثنان إضافيان مع بيان الأسباب</numerusform>
            <numerusform>%n إضافية مع بيان الأسباب</numerusform>
            <numerusform>%n إضافيا مع بيان الأسباب</numerusform>
            <numerusform>%n إضافي مع بيان الأسباب</numerusform>
        </translation>
    </message>
    <message>
        <source>{period}, {longer}</source>
        <translation>{period}، {longer}</translation>
    </message>
    <message>
        <source>{period}; it runs from: {since}</source>
        <translation>{period}؛ يبدأ من: {since}</translation>
    </message>
    <message>
        <source>For: {types}.</source>
        <translation>لأجل: {types}.</translation>
    </message>
    <message>
        <source>Met with: {met}.</source>
        <translation>يُستوفى بـ: {met}.</translation>
    </message>
    <message>
        <source>Only if: {question}.</source>
        <translation>فقط إذا: {question}.</translation>
    </message>
    <message>
        <source>It holds only in a case that the register does not tell.</source>
        <translation>لا يسري إلا في حالة لا يذكرها السجل.</translation>
    </message>
    <message>
        <source>It is not certain: look it up.</source>
        <translation>ليس مؤكدا: تحقّق منه.</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>أجل</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Go to the &amp;cases</source>
        <translation>الانتقال إلى ال&amp;قضايا</translation>
    </message>
    <message>
        <source>No case yet</source>
        <translation>لا توجد قضية بعد</translation>
    </message>
    <message>
        <source>Open the first case file on the page Cases. Then work on it here.</source>
        <translation>افتح أول ملف قضية في صفحة القضايا، ثم اعمل عليه هنا.</translation>
    </message>
</context>
<context>
    <name>PageTools</name>
    <message>
        <source>Page before</source>
        <translation>الصفحة السابقة</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>الصفحة التالية</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>أصغر</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>مل&amp;ء النافذة</translation>
    </message>
    <message>
        <source>T&amp;urn</source>
        <translation>تد&amp;وير</translation>
    </message>
    <message>
        <source>&amp;Words by machine…</source>
        <translation>&amp;كلمات آليًا…</translation>
    </message>
    <message>
        <source>As a &amp;table</source>
        <translation>&amp;جدولا</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>صفحة {number}</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>صفحة {number} من {count}</translation>
    </message>
    <message>
        <source>{size}, fits</source>
        <translation>{size}، ملء النافذة</translation>
    </message>
</context>
<context>
    <name>PairDialog</name>
    <message>
        <source>Alike pictures side by side</source>
        <translation>صور متشابهة جنبًا إلى جنب</translation>
    </message>
    <message>
        <source>A mark that is computed from them finds them alike. They may be different.</source>
        <translation>علامة محسوبة منها تجدها متشابهة. قد تكون مختلفة.</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>الصورة الأولى</translation>
    </message>
    <message>
        <source>Second picture</source>
        <translation>الصورة الثانية</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>أصغر</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>مل&amp;ء النافذة</translation>
    </message>
    <message>
        <source>T&amp;urn</source>
        <translation>تد&amp;وير</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>The signed paper</source>
        <translation>الورقة الموقّعة</translation>
    </message>
    <message>
        <source>Printed {at}, {pages} pages. The digest on each page begins with {digest}.</source>
        <translation>طُبع {at}، عدد الصفحات {pages}. تبدأ البصمة في كل صفحة بـ {digest}.</translation>
    </message>
    <message>
        <source>Its scan</source>
        <translation>نسختها الممسوحة</translation>
    </message>
    <message>
        <source>&amp;Its scan</source>
        <translation>&amp;نسختها الممسوحة</translation>
    </message>
    <message>
        <source>&amp;Name the scan</source>
        <translation>&amp;تحديد الوثيقة</translation>
    </message>
    <message>
        <source>Please choose the exhibit that holds the scan.</source>
        <translation>اختر الدليل الذي يحوي النسخة الممسوحة.</translation>
    </message>
    <message>
        <source>There is no scan in this case yet. Register the scan on the page Exhibits first: its kind is “{kind}”, and it has its file.</source>
        <translation>لا يوجد بعد مستند ممسوح في هذه القضية. سجّله أولاً في صفحة الأدلة: نوعه «{kind}» ومعه ملفه.</translation>
    </message>
</context>
<context>
    <name>PaperReceiptDialog</name>
    <message>
        <source>A receipt on paper for {number}</source>
        <translation>إيصال ورقي عن {number}</translation>
    </message>
    <message>
        <source>Register the scan of the signed form as an exhibit of the case first. A receipt on paper is told as such: the program cannot check a signature by hand.</source>
        <translation>سجّل أولا نسخة النموذج الموقّع الممسوحة دليلًا في القضية. ويُذكر الإيصال الورقي بوصفه كذلك: لا يستطيع البرنامج التحقق من توقيع باليد.</translation>
    </message>
    <message>
        <source>Signed b&amp;y (name, function, office)</source>
        <translation>&amp;وقّعه (الاسم والصفة والمكتب)</translation>
    </message>
    <message>
        <source>Recei&amp;ved on</source>
        <translation>ا&amp;ستُلم في</translation>
    </message>
    <message>
        <source>SHA-256, as the &amp;form says it</source>
        <translation>SHA-256 ك&amp;ما في النموذج</translation>
    </message>
    <message>
        <source>E&amp;xhibit with the scan</source>
        <translation>ال&amp;دليل الذي فيه النسخة</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>&amp;Why it was refused</source>
        <translation>&amp;لماذا رُفض</translation>
    </message>
    <message>
        <source>Please write why {number} was refused, or tick what was accepted.</source>
        <translation>يرجى كتابة سبب رفض {number}، أو تحديد ما قُبل.</translation>
    </message>
    <message>
        <source>Exhibits that were acce&amp;pted</source>
        <translation>الأدلة التي &amp;قُبلت</translation>
    </message>
    <message>
        <source>A&amp;ll of them</source>
        <translation>ال&amp;كل</translation>
    </message>
    <message>
        <source>R&amp;emarks</source>
        <translation>ملاح&amp;ظات</translation>
    </message>
    <message>
        <source>Enter the &amp;receipt</source>
        <translation>&amp;أدخل الإيصال</translation>
    </message>
    <message>
        <source>Please write who signed the form.</source>
        <translation>يرجى كتابة من وقّع النموذج.</translation>
    </message>
    <message>
        <source>Please write when the package was received.</source>
        <translation>يرجى كتابة متى استُلم الطرد.</translation>
    </message>
    <message>
        <source>Please type the digest that stands on the form.</source>
        <translation>يرجى كتابة البصمة التي على النموذج.</translation>
    </message>
    <message>
        <source>Please choose the exhibit that holds the scan.</source>
        <translation>يرجى اختيار الدليل الذي فيه النسخة.</translation>
    </message>
    <message>
        <source>The receipt is compared with the package and recorded.</source>
        <translation>يُقارن الإيصال بالطرد ويُسجّل.</translation>
    </message>
</context>
<context>
    <name>ParallelDialog</name>
    <message>
        <source>Proceedings side by side</source>
        <translation>الإجراءات جنبًا إلى جنب</translation>
    </message>
    <message>
        <source>As recorded. A date that is missing, unknown or estimated leaves the answer open. Whether two are about the same facts is for a person to say.</source>
        <translation>كما هي مسجلة. التاريخ الناقص أو غير المعروف أو التقديري يترك الجواب مفتوحًا. أما هل يتعلق إجراءان بالوقائع نفسها فذلك يقوله شخص.</translation>
    </message>
    <message>
        <source>Proceedings, periods and persons</source>
        <translation>الإجراءات والفترات والأشخاص</translation>
    </message>
    <message>
        <source>No proceeding is entered yet.</source>
        <translation>لم يُدخل أي إجراء بعد.</translation>
    </message>
    <message>
        <source>Each two proceedings</source>
        <translation>كل إجراءين</translation>
    </message>
    <message>
        <source>There are no two proceedings to compare.</source>
        <translation>لا يوجد إجراءان للمقارنة.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Each two of them</source>
        <translation>كل اثنين منها</translation>
    </message>
    <message>
        <source>For proceedings in several States the data pack of {day} names: {texts}.</source>
        <translation>للإجراءات في عدة دول تذكر حزمة البيانات بتاريخ {day}: {texts}.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الدولة</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>السلطة</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Offence and facts</source>
        <translation>الجريمة والوقائع</translation>
    </message>
    <message>
        <source>Proceeding</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>Other proceeding</source>
        <translation>الإجراء الآخر</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>الفترات</translation>
    </message>
    <message>
        <source>Persons in both</source>
        <translation>الأشخاص في كليهما</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>غير مسجل</translation>
    </message>
</context>
<context>
    <name>PartialDateField</name>
    <message>
        <source>1.3.2025, 03.2025, ca. 2025, 2024-2025</source>
        <translation>1.3.2025, ~2025, 2024-2025</translation>
    </message>
</context>
<context>
    <name>PartnersPart</name>
    <message>
        <source>A package is closed for recipients, whose certificates encrypt. A package or receipt that comes counts if the root certificate of its office stands here. Each was compared with a fingerprint that somebody told in another way.</source>
        <translation>يُغلق الطرد لمستلمين تُشفِّر شهاداتهم. ويُعتد بالطرد أو الإيصال الوارد إذا كانت شهادة جذر مكتبه هنا. وقد قورنت كل منها ببصمة قالها أحد بطريق آخر.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>ما هو</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>سُجّل</translation>
    </message>
    <message>
        <source>Certificate until</source>
        <translation>الشهادة حتى</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Recipients and offices abroad</source>
        <translation>المستلمون والمكاتب الأجنبية</translation>
    </message>
    <message>
        <source>Neither a recipient nor an office abroad is recorded yet.</source>
        <translation>لم يُسجل بعد مستلم ولا مكتب أجنبي.</translation>
    </message>
    <message>
        <source>Record a recipien&amp;t…</source>
        <translation>تسجيل مس&amp;تلم…</translation>
    </message>
    <message>
        <source>Record an office abroa&amp;d…</source>
        <translation>تسجيل مكتب أ&amp;جنبي…</translation>
    </message>
    <message>
        <source>State and kind…</source>
        <translation>ال&amp;دولة والصفة…</translation>
    </message>
    <message>
        <source>&amp;Withdraw…</source>
        <translation>ا&amp;سحب…</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256), as it was told: {told}. Compared and recorded by {name}.</source>
        <translation>البصمة (SHA-256) كما قيلت: {told}. قارنها وسجلها {name}.</translation>
    </message>
    <message>
        <source>Fingerprint of {name}</source>
        <translation>بصمة {name}</translation>
    </message>
    <message>
        <source>Withdrawn on {at}: {reason}</source>
        <translation>سُحب في {at}: {reason}</translation>
    </message>
    <message>
        <source>State and kind: {place}. Recorded by {name} on {at}, with the recipient.</source>
        <translation>الدولة والصفة: {place}. سجلهما {name} في {at} مع المستلم.</translation>
    </message>
    <message>
        <source>State and kind: {place}. Recorded by {name} on {at}. Who says so: {words}</source>
        <translation>الدولة والصفة: {place}. سجلهما {name} في {at}. من يقول ذلك: {words}</translation>
    </message>
    <message>
        <source>No more packages are closed for it. What was sent before stays open for it.</source>
        <translation>لن يُغلق له طرد بعد الآن. وما أُرسل قبل ذلك يبقى مفتوحًا له.</translation>
    </message>
    <message>
        <source>No more packages, receipts and notices of it count. What came before stays.</source>
        <translation>لن يُعتد بعد الآن بطرود منه أو إيصالات أو إشعارات. وما وصل قبل ذلك يبقى.</translation>
    </message>
    <message>
        <source>Withdraw {name}?</source>
        <translation>سحب {name}؟</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>ا&amp;سحب</translation>
    </message>
    <message>
        <source>{name} is withdrawn.</source>
        <translation>سُحب {name}.</translation>
    </message>
    <message>
        <source>Office abroad: {state}</source>
        <translation>مكتب أجنبي: {state}</translation>
    </message>
    <message>
        <source>State not said</source>
        <translation>لم تُذكر الدولة</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>مسحوب</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>انتهت</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>قائم</translation>
    </message>
</context>
<context>
    <name>PartsPane</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change your passphrase</source>
        <translation>تغيير عبارة مرورك</translation>
    </message>
    <message>
        <source>The recovery code of the vault stays as it is.</source>
        <translation>يبقى رمز استرداد الخزنة كما هو.</translation>
    </message>
    <message>
        <source>&amp;Present passphrase</source>
        <translation>عبارة المرور ال&amp;حالية</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>عبارة المرور الحالية</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;تغيير</translation>
    </message>
    <message>
        <source>Please type your present passphrase.</source>
        <translation>يُرجى كتابة عبارة مرورك الحالية.</translation>
    </message>
    <message>
        <source>The passphrase is changed. This takes a few seconds.</source>
        <translation>تُغيَّر عبارة المرور. يستغرق ذلك بضع ثوانٍ.</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show what is typed</source>
        <translation>إظهار ما يُكتب</translation>
    </message>
    <message>
        <source>Show what is typed (Ctrl+Shift+V)</source>
        <translation>إظهار ما يُكتب (Ctrl+Shift+V)</translation>
    </message>
</context>
<context>
    <name>PayDialog</name>
    <message>
        <source>Pay: calculation</source>
        <translation>الأجور: حساب</translation>
    </message>
    <message>
        <source>A calculation from the figures of this case, and no evidence of its own. What nobody stated is unknown, and so is what depends on it.</source>
        <translation>حساب من بيانات هذه القضية، وليس دليلًا بذاته. ما لم يذكره أحد غير معروف، وكذلك ما يتوقف عليه.</translation>
    </message>
    <message>
        <source>Pay by worker, period and currency</source>
        <translation>الأجور بحسب العامل والفترة والعملة</translation>
    </message>
    <message>
        <source>No figure of pay is entered yet.</source>
        <translation>لم يُدخل أي بيان أجر بعد.</translation>
    </message>
    <message>
        <source>Figures of the chosen row</source>
        <translation>بيانات الصف المختار</translation>
    </message>
    <message>
        <source>Go to the &amp;figure</source>
        <translation>الانتقال إلى ال&amp;بيان</translation>
    </message>
    <message>
        <source>Go to the so&amp;urce</source>
        <translation>الانتقال إلى الم&amp;صدر</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Figures of the chosen row, with their sources</source>
        <translation>بيانات الصف المختار مع مصادرها</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>الساعات</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>المقبوض</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>للساعة</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>المتفق عليه</translation>
    </message>
    <message>
        <source>Due by law</source>
        <translation>المستحق قانونًا</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>النقص</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>العامل</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>الفترة</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Deductions</source>
        <translation>الخصومات</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>{currency}: received {received}, deductions {deductions}, due {due}, short {short}.</source>
        <translation>{currency}: المقبوض {received}، الخصومات {deductions}، المستحق {due}، النقص {short}.</translation>
    </message>
    <message numerus="yes">
        <source>What is short is not known of %n row(s).</source>
        <translation>
            <numerusform>لا يُعرف الناقص في أي صف (%n).</numerusform>
            <numerusform>لا يُعرف الناقص في صف واحد (%n).</numerusform>
            <numerusform>لا يُعرف الناقص في صفين (%n).</numerusform>
            <numerusform>لا يُعرف الناقص في %n صفوف.</numerusform>
            <numerusform>لا يُعرف الناقص في %n صفًا.</numerusform>
            <numerusform>لا يُعرف الناقص في %n صف.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePart</name>
    <message>
        <source>Each user signs with a key of their own, which only their passphrase opens.</source>
        <translation>يوقّع كل مستخدم بمفتاح خاص به لا تفتحه إلا عبارة مروره.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>الوظيفة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>أُنهيت مهمته</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>نشط</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>المستخدمون</translation>
    </message>
    <message>
        <source>&amp;Add a user…</source>
        <translation>إ&amp;ضافة مستخدم…</translation>
    </message>
    <message>
        <source>Re&amp;tire…</source>
        <translation>إ&amp;نهاء المهمة…</translation>
    </message>
    <message>
        <source>&amp;Give missing keys</source>
        <translation>إ&amp;عطاء المفاتيح الناقصة</translation>
    </message>
    <message>
        <source>Keys of identities, assessments and key material: those that the user&apos;s function includes and that you hold.</source>
        <translation>مفاتيح الهويات والتقييمات ومواد المفاتيح: ما تشمله وظيفة المستخدم وتملكه أنت.</translation>
    </message>
    <message>
        <source>&amp;Identified how…</source>
        <translation>&amp;كيفية التعرف…</translation>
    </message>
    <message>
        <source>Read&amp;mit…</source>
        <translation>إعادة الس&amp;ماح…</translation>
    </message>
    <message>
        <source>&amp;Hand over the vault…</source>
        <translation>&amp;تسليم الخزنة…</translation>
    </message>
    <message>
        <source>{name} already has every key of their function that you hold.</source>
        <translation>لدى {name} بالفعل كل مفاتيح وظيفته التي تملكها.</translation>
    </message>
    <message>
        <source>How {name} was identified</source>
        <translation>كيفية التعرف على {name}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Bundles tell it beside the keys of those who signed. The former words stay in the chain.</source>
        <translation>تذكره الحزم بجانب مفاتيح الموقعين. تبقى الكلمات السابقة في السلسلة.</translation>
    </message>
    <message>
        <source>It was recorded how {name} was identified.</source>
        <translation>سُجلت كيفية التعرف على {name}.</translation>
    </message>
    <message>
        <source>{name} was added, with this function: {function}.</source>
        <translation>أُضيف {name} بهذه الصفة: {function}.</translation>
    </message>
    <message>
        <source>The master key was renewed without {names}. They cannot open the vault until they are readmitted. Choose one of them in the list.</source>
        <translation>جُدّد المفتاح الرئيسي بدون {names}. لا يستطيعون فتح الخزنة إلى أن يُعاد السماح لهم. اختر أحدهم من القائمة.</translation>
    </message>
    <message>
        <source>{name} was given the keys of: {keys}.</source>
        <translation>أُعطيت {name} مفاتيح: {keys}.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>their own, not certified yet</source>
        <translation>صنعها بنفسه ولم تُصدَّق بعد</translation>
    </message>
    <message>
        <source>their own</source>
        <translation>صنعها بنفسه</translation>
    </message>
    <message>
        <source>made by {name}</source>
        <translation>صنعها {name}</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Claims</source>
        <translation>الإفادات</translation>
    </message>
    <message>
        <source>One person, two records</source>
        <translation>شخص واحد وسجلان</translation>
    </message>
    <message>
        <source>No other record of this person is known.</source>
        <translation>لا يُعرف سجل آخر لهذا الشخص.</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;تاريخ التصحيح…</translation>
    </message>
    <message>
        <source>With&amp;draw…</source>
        <translation>&amp;سحب…</translation>
    </message>
    <message>
        <source>Show the &amp;words…</source>
        <translation>إظهار الأل&amp;فاظ…</translation>
    </message>
    <message>
        <source>In doc&amp;uments…</source>
        <translation>في ال&amp;وثائق…</translation>
    </message>
    <message>
        <source>Correct the w&amp;ords…</source>
        <translation>تصحيح ا&amp;لألفاظ…</translation>
    </message>
    <message>
        <source>&amp;Correct…</source>
        <translation>ت&amp;صحيح…</translation>
    </message>
    <message>
        <source>&amp;Source…</source>
        <translation>ال&amp;مصدر…</translation>
    </message>
    <message>
        <source>&amp;Add a claim…</source>
        <translation>إ&amp;ضافة إفادة…</translation>
    </message>
    <message>
        <source>Decide the a&amp;ge…</source>
        <translation>تقري&amp;ر السن…</translation>
    </message>
    <message>
        <source>Decl&amp;ine the proposal…</source>
        <translation>رفض الا&amp;قتراح…</translation>
    </message>
    <message>
        <source>S&amp;plit again…</source>
        <translation>فصل من &amp;جديد…</translation>
    </message>
    <message>
        <source>&amp;Merge with another record…</source>
        <translation>&amp;دمج مع سجل آخر…</translation>
    </message>
    <message>
        <source>Propose a &amp;merge…</source>
        <translation>اقتراح &amp;دمج…</translation>
    </message>
    <message>
        <source>Also recorded as {numbers}</source>
        <translation>مسجّل أيضًا برقم {numbers}</translation>
    </message>
    <message>
        <source>Child presumed</source>
        <translation>يُفترض أنه طفل</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>طفل</translation>
    </message>
    <message>
        <source>Identity sealed: {numbers}</source>
        <translation>هوية مختومة: {numbers}</translation>
    </message>
    <message>
        <source>Nothing is claimed yet. Add the first claim with Ctrl+N.</source>
        <translation>لا إفادة بعد. أضف أول إفادة بالضغط على Ctrl+N.</translation>
    </message>
    <message>
        <source>Nothing is claimed yet.</source>
        <translation>لا إفادة بعد.</translation>
    </message>
    <message>
        <source>Decided on the age: {finding}, {reference}, {who}.</source>
        <translation>قرار بشأن السن: {finding}، {reference}، {who}.</translation>
    </message>
    <message>
        <source>{ground} (Article 13(2) of Directive 2011/36/EU).</source>
        <translation>{ground} (المادة 13(2) من التوجيه 2011/36/EU).</translation>
    </message>
    <message>
        <source>Claims about the age differ.</source>
        <translation>تختلف الإفادات في السن.</translation>
    </message>
    <message>
        <source>Only a decision with its author and reason ends this.</source>
        <translation>لا ينهي ذلك إلا قرار بصاحبه وسببه.</translation>
    </message>
    <message>
        <source>Withdraw this claim?</source>
        <translation>سحب هذه الإفادة؟</translation>
    </message>
    <message>
        <source>It stays readable with your reason, and counts no more.</source>
        <translation>تبقى مقروءة مع سببك، ولا يُعتد بها بعد.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Use this claim in documents?</source>
        <translation>استعمال هذه الإفادة في الوثائق؟</translation>
    </message>
    <message>
        <source>No longer use it in documents?</source>
        <translation>ترك استعمالها في الوثائق؟</translation>
    </message>
    <message>
        <source>Documents that were made before stay as they are.</source>
        <translation>تبقى الوثائق السابقة كما هي.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>استعمال</translation>
    </message>
    <message>
        <source>Use it no longer</source>
        <translation>ترك الاستعمال</translation>
    </message>
    <message>
        <source>Corrections of this claim</source>
        <translation>تصحيحات هذه الإفادة</translation>
    </message>
    <message>
        <source>Decline this proposal?</source>
        <translation>رفض هذا الاقتراح؟</translation>
    </message>
    <message>
        <source>The records stay apart. The proposal and your reason stay readable.</source>
        <translation>يبقى السجلان منفصلين. ويبقى الاقتراح وسببك مقروءين.</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>It is printed as a claim, with its source. Its words stay sealed, and are opened for a bundle.</source>
        <translation>تُطبع بوصفها إفادة مع مصدرها. تبقى كلماتها مختومة، وتُفتح من أجل ملف فقط.</translation>
    </message>
</context>
<context>
    <name>PictureSide</name>
    <message>
        <source>This picture is within a file of {number}. Look inside that file to see it.</source>
        <translation>هذه الصورة داخل ملف من {number}. انظر داخل ذلك الملف لرؤيتها.</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>يُقرأ الملف…</translation>
    </message>
    <message>
        <source>This file is not drawn.</source>
        <translation>هذا الملف لا يُرسم.</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture of the recording</source>
        <translation>صورة التسجيل</translation>
    </message>
</context>
<context>
    <name>PlaceAtTimeDialog</name>
    <message>
        <source>Another time for the note</source>
        <translation>وقت آخر للملاحظة</translation>
    </message>
    <message>
        <source>The note goes to this time; at the former time it is struck out.</source>
        <translation>تُنقل الملاحظة إلى هذا الوقت، وتُشطب عند الوقت السابق.</translation>
    </message>
    <message>
        <source>It was at: {words}</source>
        <translation>كانت عند: {words}</translation>
    </message>
    <message>
        <source>&amp;Place it here</source>
        <translation>&amp;ضعها هنا</translation>
    </message>
    <message>
        <source>The note is at this time already.</source>
        <translation>الملاحظة عند هذا الوقت أصلاً.</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>Place the note again</source>
        <translation>وضع الملاحظة من جديد</translation>
    </message>
    <message>
        <source>Choose the words of the present wording that it is about (Shift and the arrows). The note goes there; at the earlier wording it is struck out.</source>
        <translation>اختر من الصياغة الحالية الكلمات التي تخصها (Shift والأسهم). تُوضع الملاحظة هناك، وتُشطب في الصياغة السابقة.</translation>
    </message>
    <message>
        <source>It was at: {words}</source>
        <translation>كانت عند: {words}</translation>
    </message>
    <message>
        <source>The present wording</source>
        <translation>الصياغة الحالية</translation>
    </message>
    <message>
        <source>&amp;Place it here</source>
        <translation>&amp;ضعها هنا</translation>
    </message>
    <message>
        <source>Please choose the words first.</source>
        <translation>اختر الكلمات أولاً.</translation>
    </message>
    <message>
        <source>State and kind of {name}</source>
        <translation>دولة {name} وصفته</translation>
    </message>
    <message>
        <source>A package or an identity annex of a bundle is closed for a recipient of the State and the kind for which the bundle was released, and for nobody else.</source>
        <translation>لا يُغلق طرد حزمة أو ملحق هوية لها إلا لمستلم في الدولة وبالصفة اللتين صدرت لهما الحزمة، ولا لأحد غيره.</translation>
    </message>
    <message>
        <source>&amp;State of an addressee</source>
        <translation>&amp;دولة المرسل إليه</translation>
    </message>
    <message>
        <source>The &amp;addressee is</source>
        <translation>الم&amp;رسل إليه هو</translation>
    </message>
    <message>
        <source>&amp;Who says so</source>
        <translation>&amp;من يقول ذلك</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;تسجيل</translation>
    </message>
    <message>
        <source>Please write who says so.</source>
        <translation>اكتب من يقول ذلك.</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>Browse…</source>
        <translation>تصفح…</translation>
    </message>
</context>
<context>
    <name>PlacesDialog</name>
    <message>
        <source>Mask files of version {number}</source>
        <translation>الحجب في ملفات النسخة {number}</translation>
    </message>
    <message>
        <source>Draw a rectangle with the mouse, or press New rectangle: the arrow keys move it, Shift and an arrow key change its size, Ctrl makes small steps. The copy that leaves is black there.</source>
        <translation>ارسم مستطيلًا بالفأرة أو اضغط مستطيل جديد: تحرّكه مفاتيح الأسهم، ويغيّر Shift مع سهم حجمه، ويجعل Ctrl الخطوات صغيرة. تكون النسخة التي تغادر سوداء هناك.</translation>
    </message>
    <message>
        <source>Page of the file</source>
        <translation>صفحة الملف</translation>
    </message>
    <message>
        <source>&amp;Mask this place</source>
        <translation>&amp;حجب هذا الموضع</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>The files of the version are read.</source>
        <translation>تُقرأ ملفات النسخة.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>الم&amp;لف</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>الص&amp;فحة</translation>
    </message>
    <message>
        <source>&amp;New rectangle</source>
        <translation>مستطيل &amp;جديد</translation>
    </message>
    <message>
        <source>&amp;Whole page</source>
        <translation>الصفحة &amp;كلها</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>ال&amp;سبب</translation>
    </message>
    <message>
        <source>&amp;Ordered by</source>
        <translation>&amp;بأمر من</translation>
    </message>
    <message>
        <source>What is masked in this file</source>
        <translation>المحجوب في هذا الملف</translation>
    </message>
    <message>
        <source>Nothing is masked in this file.</source>
        <translation>لا شيء محجوب في هذا الملف.</translation>
    </message>
    <message>
        <source>&amp;Show again…</source>
        <translation>إظهار من جدي&amp;د…</translation>
    </message>
    <message>
        <source>Name and me&amp;tadata</source>
        <translation>الاسم والبيانات الو&amp;صفية</translation>
    </message>
    <message>
        <source>Make the &amp;copy…</source>
        <translation>إ&amp;عداد النسخة…</translation>
    </message>
    <message>
        <source>The copy is kept.</source>
        <translation>حُفظت النسخة.</translation>
    </message>
    <message>
        <source>Please draw a rectangle on the page first.</source>
        <translation>يرجى رسم مستطيل على الصفحة أولًا.</translation>
    </message>
    <message>
        <source>Please choose the reason.</source>
        <translation>يرجى اختيار السبب.</translation>
    </message>
    <message>
        <source>Please write which authority ordered it.</source>
        <translation>يرجى كتابة السلطة التي أمرت به.</translation>
    </message>
    <message>
        <source>Please choose a masked place in the list.</source>
        <translation>يرجى اختيار موضع محجوب من القائمة.</translation>
    </message>
    <message>
        <source>Show this place again?</source>
        <translation>هل يُظهر هذا الموضع من جديد؟</translation>
    </message>
    <message>
        <source>The mask is withdrawn, and a copy that was made with it does not leave any more.</source>
        <translation>يُسحب الحجب، ولا تغادر بعد ذلك نسخة أُعدت به.</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>إظهار من جديد</translation>
    </message>
    <message>
        <source>Please mask something in this file first.</source>
        <translation>يرجى حجب شيء في هذا الملف أولًا.</translation>
    </message>
    <message>
        <source>The copy is made and read again.</source>
        <translation>تُعدّ النسخة وتُقرأ من جديد.</translation>
    </message>
    <message>
        <source>No exhibit of this version has a file.</source>
        <translation>ليس لأي دليل في هذه النسخة ملف.</translation>
    </message>
    <message>
        <source>The page is drawn.</source>
        <translation>تُعرض الصفحة.</translation>
    </message>
    <message>
        <source>In the file itself nothing is masked.</source>
        <translation>لا شيء محجوب في الملف نفسه.</translation>
    </message>
    <message>
        <source>Masked copy {number} leaves in its place.</source>
        <translation>تغادر النسخة المحجوبة {number} بدلًا منه.</translation>
    </message>
    <message>
        <source>The file stays in the office until its copy is made.</source>
        <translation>يبقى الملف في المكتب حتى تُعدّ نسخته.</translation>
    </message>
    <message>
        <source>No rectangle is drawn.</source>
        <translation>لا مستطيل مرسوم.</translation>
    </message>
    <message>
        <source>Rectangle: {left} % from the left, {top} % from the top, {width} % wide, {height} % high.</source>
        <translation>المستطيل: {left} % من اليسار، {top} % من الأعلى، عرضه {width} %، ارتفاعه {height} %.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <translation>بأمر من</translation>
    </message>
    <message>
        <source>name and metadata</source>
        <translation>الاسم والبيانات الوصفية</translation>
    </message>
    <message>
        <source>stretch of a recording</source>
        <translation>مقطع من تسجيل</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>الصفحة {number}</translation>
    </message>
    <message>
        <source>cells of a table</source>
        <translation>خلايا جدول</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Pages of the bundle</source>
        <translation>صفحات الحزمة</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Fit the &amp;width</source>
        <translation>ملاءمة ال&amp;عرض</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>الصفحة {page} من {count}</translation>
    </message>
    <message>
        <source>O&amp;utline</source>
        <translation>الم&amp;خطط</translation>
    </message>
    <message>
        <source>Outline of the bundle</source>
        <translation>مخطط الحزمة</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print record {number} to be signed by hand</source>
        <translation>طباعة المحضر {number} للتوقيع باليد</translation>
    </message>
    <message>
        <source>Each page has the digest of the record and its number. The file is not encrypted: print it, then delete it. If the record is changed afterwards, it must be printed and signed again.</source>
        <translation>تحمل كل صفحة بصمة المحضر ورقمها. الملف غير مشفّر: اطبعه ثم احذفه. إن عُدّل المحضر بعد ذلك وجبت طباعته وتوقيعه من جديد.</translation>
    </message>
    <message>
        <source>&amp;Save as</source>
        <translation>&amp;حفظ باسم</translation>
    </message>
    <message>
        <source>&amp;Write the pages</source>
        <translation>&amp;كتابة الصفحات</translation>
    </message>
    <message>
        <source>The pages are laid out.</source>
        <translation>يجري إعداد الصفحات.</translation>
    </message>
    <message>
        <source>Save the pages as</source>
        <translation>حفظ الصفحات باسم</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Progress</source>
        <translation>التقدم</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>إ&amp;يقاف</translation>
    </message>
    <message>
        <source>Signed as checked</source>
        <translation>موقعة بعد المراجعة</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} من {all}</translation>
    </message>
    <message numerus="yes">
        <source>%n typed, not written</source>
        <translation>
            <numerusform>لا شيء مكتوب غير محفوظ</numerusform>
            <numerusform>واحدة مكتوبة غير محفوظة</numerusform>
            <numerusform>اثنتان مكتوبتان غير محفوظتين</numerusform>
            <numerusform>%n مكتوبة غير محفوظة</numerusform>
            <numerusform>%n مكتوبة غير محفوظة</numerusform>
            <numerusform>%n مكتوبة غير محفوظة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n untouched</source>
        <translation>
            <numerusform>%n لم تُمس</numerusform>
            <numerusform>%n لم تُمس</numerusform>
            <numerusform>%n لم تُمس</numerusform>
            <numerusform>%n لم تُمس</numerusform>
            <numerusform>%n لم تُمس</numerusform>
            <numerusform>%n لم تُمس</numerusform>
        </translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>إيقاف م&amp;ؤقت</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;متابعة</translation>
    </message>
</context>
<context>
    <name>ProposedPassphrase</name>
    <message>
        <source>Pr&amp;opose a passphrase</source>
        <translation>ا&amp;قتراح عبارة مرور</translation>
    </message>
    <message>
        <source>{count} words drawn at random: {bits} bits. Keep them on paper until you know them by heart, and type them again below.</source>
        <translation>{count} كلمات اختيرت عشوائيًا: {bits} بت. احفظها على ورقة حتى تتذكرها، واكتبها مرة أخرى أدناه.</translation>
    </message>
    <message>
        <source>Pr&amp;opose another one</source>
        <translation>ا&amp;قتراح عبارة أخرى</translation>
    </message>
    <message>
        <source>Proposed passphrase: {words}</source>
        <translation>عبارة المرور المقترحة: {words}</translation>
    </message>
</context>
<context>
    <name>PurposeDialog</name>
    <message>
        <source>Purpose of access to {case}</source>
        <translation>الغرض من الاطلاع على {case}</translation>
    </message>
    <message>
        <source>Each access to a case is logged with its purpose. If you state none, the purpose is the work of your function. What you state applies until the vault is locked.</source>
        <translation>يُسجَّل كل اطلاع على قضية مع غرضه. إن لم تذكر غرضًا فهو عمل وظيفتك. ويسري ما تذكره إلى أن تُقفل الخزنة.</translation>
    </message>
    <message>
        <source>&amp;Kind of reason</source>
        <translation>نوع ال&amp;سبب</translation>
    </message>
    <message>
        <source>&amp;In a few words</source>
        <translation>ب&amp;كلمات قليلة</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>تأكيد</translation>
    </message>
    <message>
        <source>Please choose the kind of reason.</source>
        <translation>يرجى اختيار نوع السبب.</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>لا بد من سبب. اكتب لماذا.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>PgDown</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
</context>
<context>
    <name>ReadAdsDialog</name>
    <message>
        <source>Read advertisements from {name}</source>
        <translation>قراءة إعلانات من {name}</translation>
    </message>
    <message>
        <source>Look at the file first. Nothing is entered before you say so.</source>
        <translation>انظر في الملف أولًا. لا يُدخل شيء قبل أن تطلب ذلك.</translation>
    </message>
    <message>
        <source>Rows of a table</source>
        <translation>صفوف جدول</translation>
    </message>
    <message>
        <source>Pages of HTML or of a capture (WARC, WACZ)</source>
        <translation>صفحات HTML أو صفحات التقاط (WARC، WACZ)</translation>
    </message>
    <message>
        <source>&amp;Advertisements are</source>
        <translation>الإ&amp;علانات هي</translation>
    </message>
    <message>
        <source>as the file marks them</source>
        <translation>كما يبينها الملف</translation>
    </message>
    <message>
        <source>&amp;Characters</source>
        <translation>ال&amp;محارف</translation>
    </message>
    <message>
        <source>&amp;Look at the file</source>
        <translation>ا&amp;نظر في الملف</translation>
    </message>
    <message>
        <source>Advertisements of the file</source>
        <translation>إعلانات الملف</translation>
    </message>
    <message>
        <source>Nothing was looked at yet.</source>
        <translation>لم يُنظر في شيء بعد.</translation>
    </message>
    <message>
        <source>&amp;Enter them</source>
        <translation>أ&amp;دخلها</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>The advertisements are being entered…</source>
        <translation>يجري إدخال الإعلانات…</translation>
    </message>
    <message>
        <source>Place in the file</source>
        <translation>الموضع في الملف</translation>
    </message>
    <message>
        <source>Say what the file has.</source>
        <translation>اذكر ما يحويه الملف.</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>تجري قراءة الملف…</translation>
    </message>
    <message numerus="yes">
        <source>%n advertisement(s).</source>
        <translation>
            <numerusform>لا إعلان.</numerusform>
            <numerusform>إعلان واحد.</numerusform>
            <numerusform>إعلانان.</numerusform>
            <numerusform>%n إعلانات.</numerusform>
            <numerusform>%n إعلانًا.</numerusform>
            <numerusform>%n إعلان.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n row(s) these columns have nothing:</source>
        <translation>
            <numerusform>هذه الأعمدة فارغة في %n صف:</numerusform>
            <numerusform>هذه الأعمدة فارغة في صف واحد:</numerusform>
            <numerusform>هذه الأعمدة فارغة في صفين:</numerusform>
            <numerusform>هذه الأعمدة فارغة في %n صفوف:</numerusform>
            <numerusform>هذه الأعمدة فارغة في %n صفًا:</numerusform>
            <numerusform>هذه الأعمدة فارغة في %n صف:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n advertisement(s) were entered.</source>
        <translation>
            <numerusform>لم يُدخل أي إعلان.</numerusform>
            <numerusform>أُدخل إعلان واحد.</numerusform>
            <numerusform>أُدخل إعلانان.</numerusform>
            <numerusform>أُدخلت %n إعلانات.</numerusform>
            <numerusform>أُدخل %n إعلانًا.</numerusform>
            <numerusform>أُدخل %n إعلان.</numerusform>
        </translation>
    </message>
    <message>
        <source>They stand in the case, under Advertisements.</source>
        <translation>وهي ترد في القضية تحت الإعلانات.</translation>
    </message>
</context>
<context>
    <name>ReadingPart</name>
    <message>
        <source>read, next</source>
        <translation>قُرئت، التالية</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>شكوى</translation>
    </message>
    <message>
        <source>to the closing list</source>
        <translation>إلى قائمة الختام</translation>
    </message>
    <message>
        <source>list</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>كل المفاتيح</translation>
    </message>
    <message>
        <source>{read} of {all} turns read</source>
        <translation>قُرئت {read} من {all} مداخلات</translation>
    </message>
</context>
<context>
    <name>ReadmitDialog</name>
    <message>
        <source>Readmit {name}</source>
        <translation>إعادة السماح لـ {name}</translation>
    </message>
    <message>
        <source>They type the passphrase that they had before. It then opens the vault again.</source>
        <translation>يكتب عبارة المرور التي كانت له، فتفتح الخزنة من جديد.</translation>
    </message>
    <message>
        <source>Their &amp;passphrase</source>
        <translation>عبارة &amp;مروره</translation>
    </message>
    <message>
        <source>Their passphrase</source>
        <translation>عبارة مروره</translation>
    </message>
    <message>
        <source>&amp;Your own passphrase</source>
        <translation>عبارة م&amp;رورك</translation>
    </message>
    <message>
        <source>Your own passphrase</source>
        <translation>عبارة مرورك</translation>
    </message>
    <message>
        <source>Read&amp;mit</source>
        <translation>إعادة الس&amp;ماح</translation>
    </message>
    <message>
        <source>The passphrases are checked. This takes a few seconds.</source>
        <translation>تُفحص عبارتا المرور. يستغرق ذلك بضع ثوانٍ.</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>يُرجى كتابة عبارة المرور.</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation>ال&amp;سبب</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>لا بد من سبب. اكتب لماذا.</translation>
    </message>
</context>
<context>
    <name>ReasonRows</name>
    <message>
        <source>Reason: {finding}</source>
        <translation>السبب: {finding}</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>لا بد من سبب. اكتب لماذا.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>اذهب إليه</translation>
    </message>
    <message>
        <source>Go there: {finding}</source>
        <translation>اذهب إليه: {finding}</translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>The file is out</source>
        <translation>خرج الملف</translation>
    </message>
    <message>
        <source>Hand this over with the file. The digest says that it is the file of the exhibit.</source>
        <translation>سلّم هذا مع الملف. تقول البصمة إنه ملف الدليل.</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;طباعة…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نسخ</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>Copied. Paste it within ten seconds.</source>
        <translation>نُسخ. الصقه خلال عشر ثوان.</translation>
    </message>
    <message>
        <source>Receipt for a file that was taken out</source>
        <translation>إيصال بملف أُخرج</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>طباعة الإيصال</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>استلمه</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>التوقيع</translation>
    </message>
    <message>
        <source>&amp;Note that it was sent…</source>
        <translation>&amp;تدوين أنه أُرسل…</translation>
    </message>
</context>
<context>
    <name>ReceiveDialog</name>
    <message>
        <source>Receive a package</source>
        <translation>استلام طرد</translation>
    </message>
    <message>
        <source>It is opened into the encrypted vault, never on a disk, and judged before anything of it is imported.</source>
        <translation>يُفتح في الخزنة المشفرة، لا على قرص، ويُحكم عليه قبل أن يُستورد منه شيء.</translation>
    </message>
    <message>
        <source>Folder or file of the package</source>
        <translation>مجلد الطرد أو ملفه</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;تصفح…</translation>
    </message>
    <message>
        <source>&amp;Folder or file</source>
        <translation>&amp;مجلد أو ملف</translation>
    </message>
    <message>
        <source>Your key file</source>
        <translation>ملف مفتاحك</translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation>تص&amp;فح…</translation>
    </message>
    <message>
        <source>Your &amp;key file (PKCS#12)</source>
        <translation>ملف مفتا&amp;حك (PKCS#12)</translation>
    </message>
    <message>
        <source>Empty, if a passphrase opens the package</source>
        <translation>فارغ، إن كانت عبارة مرور تفتح الطرد</translation>
    </message>
    <message>
        <source>Pass&amp;phrase</source>
        <translation>&amp;عبارة المرور</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>Re&amp;cord this office…</source>
        <translation>&amp;سجّل هذا المكتب…</translation>
    </message>
    <message>
        <source>Discard what was &amp;typed of the other package</source>
        <translation>ترك ما كُتب عن ال&amp;طرد الآخر</translation>
    </message>
    <message>
        <source>&amp;Open and examine</source>
        <translation>&amp;افتح وافحص</translation>
    </message>
    <message>
        <source>Please choose the folder or file of the package.</source>
        <translation>يرجى اختيار مجلد الطرد أو ملفه.</translation>
    </message>
    <message>
        <source>The package is opened into the vault, and all of it is checked.</source>
        <translation>يُفتح الطرد في الخزنة ويُفحص كله.</translation>
    </message>
    <message>
        <source>Please give the exhibit that holds the package a number.</source>
        <translation>يرجى إعطاء الدليل الذي يحوي الطرد رقما.</translation>
    </message>
    <message>
        <source>Please write when it was received.</source>
        <translation>يرجى كتابة متى استُلم.</translation>
    </message>
    <message>
        <source>Please write why {number} is refused, or tick what is imported.</source>
        <translation>يرجى كتابة سبب رفض {number}، أو وضع علامة على ما يُستورد.</translation>
    </message>
    <message>
        <source>The exhibits are stored and recorded.</source>
        <translation>تُخزّن الأدلة وتُسجّل.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>است&amp;ورد</translation>
    </message>
    <message>
        <source>What was typed before is of another package, which is not imported. It is kept until you discard it.</source>
        <translation>ما كُتب من قبل يخص طردًا آخر لم يُستورد. يبقى محفوظًا إلى أن تتركه.</translation>
    </message>
</context>
<context>
    <name>RecipientDialog</name>
    <message>
        <source>Record a recipient</source>
        <translation>تسجيل مستلم</translation>
    </message>
    <message>
        <source>Ask the holder for the fingerprint by telephone, not in the message with the certificate. Who told it, and how, stays on record.</source>
        <translation>اسألوا صاحب الشهادة عن البصمة بالهاتف، لا في الرسالة التي حملتها. ومن قالها وكيف يبقى مسجلا.</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>ال&amp;نوع</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>&amp;State of an addressee</source>
        <translation>&amp;دولة المرسل إليه</translation>
    </message>
    <message>
        <source>The &amp;addressee is</source>
        <translation>الم&amp;رسل إليه هو</translation>
    </message>
    <message>
        <source>File with the certificate</source>
        <translation>ملف الشهادة</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>ت&amp;صفح…</translation>
    </message>
    <message>
        <source>File with the &amp;certificate</source>
        <translation>ملف ال&amp;شهادة</translation>
    </message>
    <message>
        <source>Its &amp;fingerprint (SHA-256)</source>
        <translation>&amp;بصمتها (SHA-256)</translation>
    </message>
    <message>
        <source>&amp;Who told it, and how</source>
        <translation>&amp;من قالها وكيف</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;تسجيل</translation>
    </message>
    <message>
        <source>Please choose what the certificate is for.</source>
        <translation>اختاروا لأي غرض الشهادة.</translation>
    </message>
    <message>
        <source>Please write whose certificate it is.</source>
        <translation>اكتبوا لمن الشهادة.</translation>
    </message>
    <message>
        <source>Please choose the file with the certificate.</source>
        <translation>اختاروا ملف الشهادة.</translation>
    </message>
    <message>
        <source>Please type the fingerprint as its holder tells it.</source>
        <translation>اكتبوا البصمة كما يقولها صاحبها.</translation>
    </message>
    <message>
        <source>Please write who told the fingerprint, and how.</source>
        <translation>اكتبوا من قال البصمة وكيف.</translation>
    </message>
    <message>
        <source>The certificate is compared and recorded.</source>
        <translation>تُقارن الشهادة وتُسجّل.</translation>
    </message>
    <message>
        <source>Its &amp;office abroad</source>
        <translation>مكتبه الأ&amp;جنبي</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>For a certificate of your own office and for its escrow every package is closed. It must be for encryption: the certificates of this vault sign. If its office abroad is named, a receipt that another office signs is told as such.</source>
        <translation>يُغلق كل طرد أيضا لشهادة مكتبكم ولمودعه. ويجب أن تكون للتشفير: شهادات هذه الخزنة للتوقيع. وإذا سُمي مكتبه الأجنبي، يُذكر الإيصال الذي يوقعه مكتب آخر بوصفه كذلك.</translation>
    </message>
</context>
<context>
    <name>RecordEventDialog</name>
    <message>
        <source>Record a custody event</source>
        <translation>تسجيل حدث حيازة</translation>
    </message>
    <message>
        <source>A recorded event is never changed. If it is wrong, record a correction.</source>
        <translation>لا يُغيَّر حدث مسجَّل أبدًا. إذا كان خاطئًا فسجّل تصحيحًا.</translation>
    </message>
    <message>
        <source>&amp;Exhibit</source>
        <translation>ال&amp;دليل</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>Please choose the exhibit.</source>
        <translation>يرجى اختيار الدليل.</translation>
    </message>
    <message>
        <source>This exhibit was struck out. Only the erasure of its files can be recorded.</source>
        <translation>شُطبت هذه القطعة. لا يمكن تسجيل سوى محو ملفاتها.</translation>
    </message>
    <message>
        <source>And others.</source>
        <translation>وغيرها.</translation>
    </message>
    <message>
        <source>This would be open</source>
        <translation>سيبقى هذا مفتوحا</translation>
    </message>
    <message>
        <source>If the paper file says so, record it as it is.</source>
        <translation>إن كان الملف الورقي يقول ذلك فدوّنوه كما هو.</translation>
    </message>
    <message>
        <source>&amp;Record it as it is</source>
        <translation>د&amp;وّنوه كما هو</translation>
    </message>
    <message>
        <source>Only an exhibit that was given back can come again. Not given back: {numbers}.</source>
        <translation>لا يعود إلا دليل أُعيد إلى صاحبه. لم يُعَد: {numbers}.</translation>
    </message>
    <message>
        <source>{number} (struck out)  {title}</source>
        <translation>{number} (مشطوبة)  {title}</translation>
    </message>
    <message>
        <source>Re&amp;cord</source>
        <translation>تس&amp;جيل</translation>
    </message>
    <message>
        <source>Se&amp;veral exhibits at once</source>
        <translation>&amp;عدة أدلة معا</translation>
    </message>
    <message>
        <source>Further exhibits</source>
        <translation>أدلة أخرى</translation>
    </message>
    <message numerus="yes">
        <source>The event is recorded for %n exhibit(s).</source>
        <translation>
            <numerusform>لا يُسجَّل الحدث لأي دليل.</numerusform>
            <numerusform>يُسجَّل الحدث لدليل واحد.</numerusform>
            <numerusform>يُسجَّل الحدث لدليلين.</numerusform>
            <numerusform>يُسجَّل الحدث لـ%n أدلة.</numerusform>
            <numerusform>يُسجَّل الحدث لـ%n دليلًا.</numerusform>
            <numerusform>يُسجَّل الحدث لـ%n دليل.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shift and the arrow keys mark several lines, and Space ticks them.</source>
        <translation>يحدد Shift مع مفاتيح الأسهم عدة أسطر، وتضع المسافة علامة عليها.</translation>
    </message>
</context>
<context>
    <name>RecordHead</name>
    <message>
        <source>Language of the right side</source>
        <translation>لغة الجانب الآخر</translation>
    </message>
    <message>
        <source>Right side &amp;in</source>
        <translation>لغة الجانب الآ&amp;خر</translation>
    </message>
    <message>
        <source>De&amp;cision</source>
        <translation>ق&amp;رار</translation>
    </message>
    <message>
        <source>Rectify…</source>
        <translation>تصويب…</translation>
    </message>
    <message>
        <source>Supp&amp;lement…</source>
        <translation>م&amp;لحق…</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>ال&amp;دليل</translation>
    </message>
    <message>
        <source>&amp;Formalities</source>
        <translation>ال&amp;شكليات</translation>
    </message>
    <message>
        <source>List</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Show the list of interviews, or put it away: {key}</source>
        <translation>إظهار قائمة الجلسات أو إخفاؤها: {key}</translation>
    </message>
    <message>
        <source>role not recorded</source>
        <translation>الصفة غير مسجلة</translation>
    </message>
    <message>
        <source>{person}, {role}</source>
        <translation>{person}، {role}</translation>
    </message>
    <message>
        <source>interpreter {names}</source>
        <translation>المترجم {names}</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} و{second}</translation>
    </message>
    <message>
        <source>{name} ({first} and {second})</source>
        <translation>{name} ({first} و{second})</translation>
    </message>
    <message>
        <source>&amp;Translations</source>
        <translation>الترجمات</translation>
    </message>
    <message>
        <source>Signed pape&amp;r…</source>
        <translation>الورقة ال&amp;موقّعة…</translation>
    </message>
    <message>
        <source>Trans&amp;cript…</source>
        <translation>&amp;نص مفرّغ…</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>In the given order</source>
        <translation>بالترتيب الأصلي</translation>
    </message>
    <message>
        <source>Sort by {column}</source>
        <translation>الترتيب حسب {column}</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>Text that was typed here and not saved does not open with your key: somebody changed it, or an earlier version kept it. It is not shown. What is saved stays as it is.</source>
        <translation>نص كُتب هنا ولم يُحفظ لا يُفتح بمفتاحك: غيّره شخص ما، أو احتفظت به نسخة سابقة من البرنامج. لا يُعرض. وما حُفظ يبقى كما هو.</translation>
    </message>
    <message>
        <source>Formalities</source>
        <translation>الشكليات</translation>
    </message>
    <message>
        <source>The next turn was typed but not kept yet. It stands below.</source>
        <translation>كُتبت المداخلة التالية ولم تُحفظ بعد. وهي أدناه.</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) hold text that was typed but not saved.</source>
        <translation>
            <numerusform>لا مداخلة فيها نص غير محفوظ.</numerusform>
            <numerusform>مداخلة واحدة فيها نص كُتب ولم يُحفظ.</numerusform>
            <numerusform>مداخلتان فيهما نص كُتب ولم يُحفظ.</numerusform>
            <numerusform>%n مداخلات فيها نص كُتب ولم يُحفظ.</numerusform>
            <numerusform>%n مداخلة فيها نص كُتب ولم يُحفظ.</numerusform>
            <numerusform>%n مداخلة فيها نص كُتب ولم يُحفظ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rendition(s) have no author. {key} names who rendered them.</source>
        <translation>
            <numerusform>لا ترجمة شفوية بلا صاحب. يسمّيه {key}.</numerusform>
            <numerusform>ترجمة شفوية واحدة بلا صاحب. يسمّيه {key}.</numerusform>
            <numerusform>ترجمتان شفويتان بلا صاحب. يسمّيه {key}.</numerusform>
            <numerusform>%n ترجمات شفوية بلا صاحب. يسمّيه {key}.</numerusform>
            <numerusform>%n ترجمة شفوية بلا صاحب. يسمّيه {key}.</numerusform>
            <numerusform>%n ترجمة شفوية بلا صاحب. يسمّيه {key}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Si&amp;gn…</source>
        <translation>تو&amp;قيع…</translation>
    </message>
    <message>
        <source>The next turn is typed and not kept yet. Keep it, or empty it, first.</source>
        <translation>المداخلة التالية مكتوبة ولم تُحفظ بعد. احفظها أو أفرغها أولا.</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) are not saved yet. Save or discard them first.</source>
        <translation>
            <numerusform>كل المداخلات محفوظة.</numerusform>
            <numerusform>مداخلة واحدة لم تُحفظ بعد. احفظها أو تجاهلها أولًا.</numerusform>
            <numerusform>مداخلتان لم تُحفظا بعد. احفظهما أو تجاهلهما أولًا.</numerusform>
            <numerusform>%n مداخلات لم تُحفظ بعد. احفظها أو تجاهلها أولًا.</numerusform>
            <numerusform>%n مداخلة لم تُحفظ بعد. احفظها أو تجاهلها أولًا.</numerusform>
            <numerusform>%n مداخلة لم تُحفظ بعد. احفظها أو تجاهلها أولًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter this on the page Cases: {field}.</source>
        <translation>يُدخل هذا في صفحة القضايا: {field}.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الأقوال</translation>
    </message>
    <message>
        <source>Read &amp;back…</source>
        <translation>إعادة ال&amp;قراءة…</translation>
    </message>
    <message numerus="yes">
        <source>%n rendition(s) are drafts. If their author checked them, {key} says so.</source>
        <translation>
            <numerusform>لا ترجمة مسودة. {key}</numerusform>
            <numerusform>ترجمة واحدة مسودة. إن راجعها صاحبها فإن {key} يقول ذلك.</numerusform>
            <numerusform>ترجمتان مسودتان. إن راجعهما صاحبهما فإن {key} يقول ذلك.</numerusform>
            <numerusform>%n ترجمات مسودات. إن راجعها صاحبها فإن {key} يقول ذلك.</numerusform>
            <numerusform>%n ترجمة مسودة. إن راجعها صاحبها فإن {key} يقول ذلك.</numerusform>
            <numerusform>%n ترجمة مسودة. إن راجعها صاحبها فإن {key} يقول ذلك.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordingModel</name>
    <message>
        <source>This turn has no range of the recording yet: F5 and F6 set it.</source>
        <translation>ليس لهذه المداخلة مقطع من التسجيل بعد: يحدده F5 وF6.</translation>
    </message>
    <message>
        <source>This computer has no device for sound. The recording runs without being heard.</source>
        <translation>ليس في هذا الحاسوب جهاز صوت. يمضي التسجيل دون أن يُسمع.</translation>
    </message>
    <message>
        <source>Set first where it begins: {key}.</source>
        <translation>حدّد أولاً أين تبدأ: {key}.</translation>
    </message>
    <message>
        <source>The end must be after the beginning, in the same file.</source>
        <translation>يجب أن تكون النهاية بعد البداية في الملف نفسه.</translation>
    </message>
</context>
<context>
    <name>RecordingStrip</name>
    <message>
        <source>File of the recording</source>
        <translation>ملف التسجيل</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>{file}, after a gap of {time}</source>
        <translation>{file}، بعد انقطاع {time}</translation>
    </message>
    <message>
        <source>Pause the recording</source>
        <translation>إيقاف التسجيل مؤقتاً</translation>
    </message>
    <message>
        <source>Play the recording</source>
        <translation>تشغيل التسجيل</translation>
    </message>
    <message>
        <source>Speed {percent} %</source>
        <translation>السرعة {percent} %</translation>
    </message>
    <message>
        <source>Turn {range}</source>
        <translation>المداخلة {range}</translation>
    </message>
    <message>
        <source>Recording {name}, file {file}</source>
        <translation>التسجيل {name}، الملف {file}</translation>
    </message>
    <message>
        <source>Working copy of the master {master}</source>
        <translation>نسخة عمل من الأصل {master}</translation>
    </message>
    <message>
        <source>A file of the master has the same SHA-256.</source>
        <translation>لأحد ملفات الأصل قيمة SHA-256 نفسها.</translation>
    </message>
    <message>
        <source>No file of the master has the same SHA-256: it was changed or converted.</source>
        <translation>ليس لأي ملف من الأصل قيمة SHA-256 نفسها: لقد غُيِّر أو حُوِّل.</translation>
    </message>
    <message>
        <source>{time} by the clock of the record</source>
        <translation>{time} بساعة المحضر</translation>
    </message>
    <message>
        <source>{time} by the reference clock</source>
        <translation>{time} بالساعة المرجعية</translation>
    </message>
    <message>
        <source>{file}, working copy of {master}</source>
        <translation>{file}، نسخة عمل من {master}</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>ملاحظة…</translation>
    </message>
    <message>
        <source>Note {range}</source>
        <translation>الملاحظة {range}</translation>
    </message>
</context>
<context>
    <name>RecoveredView</name>
    <message>
        <source>Choose a new passphrase</source>
        <translation>اختر عبارة مرور جديدة</translation>
    </message>
    <message>
        <source>The recovery code opened the vault. It stays valid.</source>
        <translation>فتح رمز الاسترداد الخزنة، ويبقى صالحًا.</translation>
    </message>
    <message>
        <source>The recovery shares opened the vault. They stay valid.</source>
        <translation>فتحت حصص الاسترداد الخزنة، وتبقى صالحة.</translation>
    </message>
    <message>
        <source>&amp;Set and continue</source>
        <translation>&amp;تعيين ومتابعة</translation>
    </message>
</context>
<context>
    <name>RefusalReasonDialog</name>
    <message>
        <source>Correct why something of {number} was refused</source>
        <translation>تصحيح سبب رفض شيء من {number}</translation>
    </message>
    <message>
        <source>The next receipt has the new reason. The former one stays readable here, and in the custody of what was imported after all.</source>
        <translation>يحمل الإيصال التالي السبب الجديد. ويبقى السابق مقروءًا هنا، وفي سجل حيازة ما استُورد لاحقًا.</translation>
    </message>
    <message>
        <source>E&amp;xhibit that was refused</source>
        <translation>الدليل المر&amp;فوض</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>&amp;Why it was refused</source>
        <translation>&amp;سبب الرفض</translation>
    </message>
    <message>
        <source>&amp;Correct</source>
        <translation>&amp;تصحيح</translation>
    </message>
    <message>
        <source>Please choose the exhibit.</source>
        <translation>يُرجى اختيار الدليل.</translation>
    </message>
    <message>
        <source>Please write why it was refused.</source>
        <translation>يُرجى كتابة سبب رفضه.</translation>
    </message>
    <message>
        <source>Formerly: {reasons}</source>
        <translation>سابقًا: {reasons}</translation>
    </message>
</context>
<context>
    <name>RefuseReleaseDialog</name>
    <message>
        <source>Refuse the release</source>
        <translation>رفض الإفراج</translation>
    </message>
    <message>
        <source>{name} says why, and what is to be changed, with their own passphrase. It is recorded in their name; who asked reads it, and asks once more.</source>
        <translation>يذكر {name} السبب وما يجب تغييره، بعبارة المرور الخاصة به. يُسجَّل ذلك باسمه؛ ويقرؤه من طلب، ثم يطلب مرة أخرى.</translation>
    </message>
    <message>
        <source>&amp;Why, and what is to be changed</source>
        <translation>ال&amp;سبب، وما يجب تغييره</translation>
    </message>
    <message>
        <source>Passphrase of the second person</source>
        <translation>عبارة مرور الشخص الثاني</translation>
    </message>
    <message>
        <source>Passphrase of the s&amp;econd person</source>
        <translation>عبارة مرور الشخص ال&amp;ثاني</translation>
    </message>
    <message>
        <source>Re&amp;fuse</source>
        <translation>&amp;رفض</translation>
    </message>
    <message>
        <source>Please write why, and what is to be changed.</source>
        <translation>اكتب السبب، وما يجب تغييره.</translation>
    </message>
    <message>
        <source>The second person types their passphrase here.</source>
        <translation>يكتب الشخص الثاني عبارة مروره هنا.</translation>
    </message>
    <message>
        <source>{name} refused the release: {reason} ({at}). Change what they ask for, prepare it again, and ask once more.</source>
        <translation>رفض {name} الإفراج: {reason} ({at}). غيّر ما يطلبه، وأعد التحضير، واطلب مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>RefusedDialog</name>
    <message>
        <source>Import what was refused of {number}</source>
        <translation>استيراد ما رُفض من {number}</translation>
    </message>
    <message>
        <source>The exhibit is taken from the package that is kept. Its custody, the list and the next receipt tell both: why it was refused, and why it is imported now.</source>
        <translation>يؤخذ الدليل من الطرد المحفوظ. سلسلة عهدته والقائمة والإيصال التالي تقول الأمرين: لماذا رُفض، ولماذا يُستورد الآن.</translation>
    </message>
    <message>
        <source>Exhibits that were refused</source>
        <translation>الأدلة التي رُفضت</translation>
    </message>
    <message>
        <source>E&amp;xhibits that were refused</source>
        <translation>الأ&amp;دلة التي رُفضت</translation>
    </message>
    <message>
        <source>&amp;Why they are imported now</source>
        <translation>لما&amp;ذا تُستورد الآن</translation>
    </message>
    <message>
        <source>Received b&amp;y</source>
        <translation>المست&amp;لم</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>Recei&amp;ved on</source>
        <translation>و&amp;قت الاستلام</translation>
    </message>
    <message>
        <source>Pl&amp;ace</source>
        <translation>الم&amp;كان</translation>
    </message>
    <message>
        <source>Reason for the &amp;delay</source>
        <translation>س&amp;بب التأخير</translation>
    </message>
    <message>
        <source>Only if it was received more than a day ago</source>
        <translation>فقط إن استُلم قبل أكثر من يوم</translation>
    </message>
    <message>
        <source>Folder or file of the package</source>
        <translation>مجلد الطرد أو ملفه</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;تصفح…</translation>
    </message>
    <message>
        <source>&amp;Folder or file</source>
        <translation>&amp;مجلد أو ملف</translation>
    </message>
    <message>
        <source>Only for large files that did not come</source>
        <translation>فقط للملفات الكبيرة التي لم تصل</translation>
    </message>
    <message>
        <source>Your key file</source>
        <translation>ملف مفتاحك</translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation>تص&amp;فح…</translation>
    </message>
    <message>
        <source>Your &amp;key file (PKCS#12)</source>
        <translation>ملف مفتا&amp;حك (PKCS#12)</translation>
    </message>
    <message>
        <source>Pass&amp;phrase</source>
        <translation>&amp;عبارة المرور</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>است&amp;ورد</translation>
    </message>
    <message>
        <source>{number} refused: {reason}</source>
        <translation>{number} مرفوض: {reason}</translation>
    </message>
    <message>
        <source>Please tick what is imported.</source>
        <translation>يرجى تأشير ما يُستورد.</translation>
    </message>
    <message>
        <source>Please write why they are imported now.</source>
        <translation>يرجى كتابة لماذا تُستورد الآن.</translation>
    </message>
    <message>
        <source>Please choose who received it.</source>
        <translation>يرجى اختيار من استلمه.</translation>
    </message>
    <message>
        <source>Please write when it was received.</source>
        <translation>يرجى كتابة متى استُلم.</translation>
    </message>
    <message>
        <source>Please choose the folder or file of the package.</source>
        <translation>يرجى اختيار مجلد الطرد أو ملفه.</translation>
    </message>
    <message>
        <source>The exhibits are stored and recorded.</source>
        <translation>تُخزّن الأدلة وتُسجّل.</translation>
    </message>
</context>
<context>
    <name>Refusing</name>
    <message>
        <source>What is not ticked is refused, each for its own reason: it stands with the lines that are marked. Shift and the arrow keys mark several.</source>
        <translation>ما لم توضع عليه علامة يُرفض، ولكل دليل سببه: يُسجَّل السبب للأسطر المحددة. يحدد Shift مع مفاتيح الأسهم عدة أسطر.</translation>
    </message>
    <message>
        <source>{exhibit} refused: {reason}</source>
        <translation>{exhibit} مرفوض: {reason}</translation>
    </message>
</context>
<context>
    <name>RegisterDialog</name>
    <message>
        <source>Register an exhibit</source>
        <translation>تسجيل دليل</translation>
    </message>
    <message>
        <source>Files are added afterwards.</source>
        <translation>تُضاف الملفات بعد ذلك.</translation>
    </message>
    <message>
        <source>As collected: same time, same person</source>
        <translation>كما جُمع: الوقت نفسه والشخص نفسه</translation>
    </message>
    <message>
        <source>How it was acquired</source>
        <translation>كيفية الحصول عليه</translation>
    </message>
    <message>
        <source>Re&amp;gister</source>
        <translation>&amp;تسجيل</translation>
    </message>
    <message>
        <source>&amp;As {number}: place, collection, order and event are the same</source>
        <translation>&amp;مثل {number}: المكان والجمع والأمر والحدث نفسها</translation>
    </message>
    <message>
        <source>This label was printed for another case.</source>
        <translation>طُبع هذا الملصق لقضية أخرى.</translation>
    </message>
    <message>
        <source>This is the label of an exhibit that is registered. Write the number of this one.</source>
        <translation>هذا ملصق دليل مسجَّل. اكتب رقم هذا الدليل.</translation>
    </message>
</context>
<context>
    <name>RehashDialog</name>
    <message>
        <source>Read stored files again</source>
        <translation>قراءة الملفات المخزَّنة من جديد</translation>
    </message>
    <message>
        <source>Each file is read whole and compared with its digest. An exhibit whose files agree gets a custody event. One whose files differ or are missing is put in quarantine: it does not leave before a judge decides.</source>
        <translation>يُقرأ كل ملف كاملًا ويُقارن ببصمته. الدليل الذي تتطابق ملفاته يُسجَّل له حدث حيازة. والذي تختلف ملفاته أو تُفقد يوضع في الحجر: لا يخرج قبل أن يبتّ القاضي.</translation>
    </message>
    <message>
        <source>&amp;What is read</source>
        <translation>&amp;ما الذي يُقرأ</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>ال&amp;سبب</translation>
    </message>
    <message>
        <source>Set the &amp;interval…</source>
        <translation>&amp;تحديد المدة…</translation>
    </message>
    <message>
        <source>R&amp;ead</source>
        <translation>&amp;قراءة</translation>
    </message>
    <message>
        <source>Please write why.</source>
        <translation>اكتب السبب من فضلك.</translation>
    </message>
    <message>
        <source>The office has not set after how many months files are due.</source>
        <translation>لم يحدد المكتب بعد كم شهرًا تُقرأ الملفات.</translation>
    </message>
    <message numerus="yes">
        <source>Files are due after %n month(s).</source>
        <translation>
            <numerusform>تُقرأ الملفات فورًا.</numerusform>
            <numerusform>تُقرأ الملفات بعد شهر واحد.</numerusform>
            <numerusform>تُقرأ الملفات بعد شهرين.</numerusform>
            <numerusform>تُقرأ الملفات بعد %n أشهر.</numerusform>
            <numerusform>تُقرأ الملفات بعد %n شهرًا.</numerusform>
            <numerusform>تُقرأ الملفات بعد %n شهر.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>ما حان وقته</translation>
    </message>
    <message>
        <source>The rest of the run of {at}</source>
        <translation>بقية القراءة التي بدأت في {at}</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>كل شيء</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>لا شيء حان وقته.</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s), {size}</source>
        <translation>
            <numerusform>لا أدلة، {size}</numerusform>
            <numerusform>دليل واحد، {size}</numerusform>
            <numerusform>دليلان، {size}</numerusform>
            <numerusform>%n أدلة، {size}</numerusform>
            <numerusform>%n دليلًا، {size}</numerusform>
            <numerusform>%n دليل، {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RekeyDialog</name>
    <message>
        <source>A new master key</source>
        <translation>مفتاح رئيسي جديد</translation>
    </message>
    <message>
        <source>The whole vault is rewritten under a new key, checked, and replaces this one; then it locks. Do this if somebody may have copied the vault and known a passphrase. Earlier backups and recovery shares belong to the old key: make new ones.</source>
        <translation>تُعاد كتابة الخزنة كلها بمفتاح جديد وتُفحص وتحلّ محل هذه، ثم تُقفل. افعل ذلك إذا كان من المحتمل أن أحدًا نسخ الخزنة وعرف عبارة مرور. تبقى النسخ الاحتياطية وحصص الاسترداد السابقة بالمفتاح القديم: أنشئ غيرها.</translation>
    </message>
    <message>
        <source>A colleague who types their passphrase here keeps access. The others are readmitted later, with their present passphrase.</source>
        <translation>الزميل الذي يكتب عبارة مروره هنا يحتفظ بالدخول. ويُعاد السماح للآخرين لاحقًا بعبارات مرورهم الحالية.</translation>
    </message>
    <message>
        <source>Re&amp;write the vault</source>
        <translation>إعادة &amp;كتابة الخزنة</translation>
    </message>
    <message>
        <source>The vault is rewritten.</source>
        <translation>أُعيدت كتابة الخزنة.</translation>
    </message>
    <message>
        <source>Rewriting the vault</source>
        <translation>تُعاد كتابة الخزنة</translation>
    </message>
</context>
<context>
    <name>ReleaseDialog</name>
    <message>
        <source>Release the sealed package</source>
        <translation>الإفراج عن الطرد المختوم</translation>
    </message>
    <message>
        <source>Two persons approve exactly this content for exactly these recipients.</source>
        <translation>يوافق شخصان على هذا المحتوى بعينه لهؤلاء المستلمين بعينهم.</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>الطرد</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>الحزمة</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Why a sealed identity travels</source>
        <translation>لماذا تسافر هوية مختومة</translation>
    </message>
    <message>
        <source>Re&amp;fuse the release…</source>
        <translation>ر&amp;فض الإفراج…</translation>
    </message>
    <message>
        <source>{number}
Unencrypted: everybody who sees the folder reads it.</source>
        <translation>{number}
غير مشفَّر: يقرؤه كل من يرى المجلد.</translation>
    </message>
    <message>
        <source>Telephone number outside the envelope</source>
        <translation>رقم هاتف خارج المغلف</translation>
    </message>
    <message>
        <source>&amp;Sign and seal</source>
        <translation>&amp;توقيع وختم</translation>
    </message>
    <message>
        <source>The package is written, and what was written is read again.</source>
        <translation>يُكتب الطرد، ثم يُقرأ ما كُتب مرة أخرى.</translation>
    </message>
    <message>
        <source>Why it leaves unsearched</source>
        <translation>لماذا يخرج دون بحث</translation>
    </message>
    <message>
        <source>Files that travel</source>
        <translation>الملفات المرسلة</translation>
    </message>
    <message>
        <source>Files that stay</source>
        <translation>الملفات الباقية</translation>
    </message>
    <message numerus="yes">
        <source>{exhibit} (%n file(s))</source>
        <translation>
            <numerusform>{exhibit} (لا ملفات)</numerusform>
            <numerusform>{exhibit} (ملف واحد)</numerusform>
            <numerusform>{exhibit} (ملفان)</numerusform>
            <numerusform>{exhibit} (%n ملفات)</numerusform>
            <numerusform>{exhibit} (%n ملفًا)</numerusform>
            <numerusform>{exhibit} (%n ملف)</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>with a new passphrase in words ({language}), shown once it is written</source>
        <translation>بعبارة مرور جديدة من كلمات ({language}) تُعرض بعد كتابة الحزمة</translation>
    </message>
    <message>
        <source>Opens too</source>
        <translation>تُفتح أيضًا</translation>
    </message>
    <message>
        <source>Continue the sealed package</source>
        <translation>متابعة الطرد المختوم</translation>
    </message>
</context>
<context>
    <name>RenderedByDialog</name>
    <message>
        <source>Who rendered these turns?</source>
        <translation>من ترجم هذه المداخلات؟</translation>
    </message>
    <message>
        <source>The words stay as they are. What an interpreter certified keeps its author, and so does each turn that names one.</source>
        <translation>تبقى الكلمات كما هي. ما صادق عليه المترجم يحتفظ بصاحبه، وكذلك كل مداخلة سُمّي صاحبها.</translation>
    </message>
    <message>
        <source>&amp;Rendered by</source>
        <translation>&amp;ترجمها</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>&amp;Between</source>
        <translation>&amp;بين</translation>
    </message>
    <message>
        <source>&amp;Name them</source>
        <translation>&amp;سمِّه</translation>
    </message>
    <message>
        <source>Please say between which languages this person rendered.</source>
        <translation>حدّد بين أي لغتين ترجم هذا الشخص.</translation>
    </message>
    <message>
        <source>Please choose who rendered them.</source>
        <translation>اختر من ترجمها.</translation>
    </message>
    <message>
        <source>None of these turns lacks an author.</source>
        <translation>لا مداخلة من هذه بلا صاحب.</translation>
    </message>
    <message>
        <source>All without an author</source>
        <translation>كل ما لا صاحب له</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} و{other}</translation>
    </message>
    <message numerus="yes">
        <source>%n rendition(s) get this author.</source>
        <translation>
            <numerusform>لا ترجمة شفوية تُنسب إليه.</numerusform>
            <numerusform>تُنسب إليه ترجمة شفوية واحدة.</numerusform>
            <numerusform>تُنسب إليه ترجمتان شفويتان.</numerusform>
            <numerusform>تُنسب إليه %n ترجمات شفوية.</numerusform>
            <numerusform>تُنسب إليه %n ترجمة شفوية.</numerusform>
            <numerusform>تُنسب إليه %n ترجمة شفوية.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenderingKindDialog</name>
    <message>
        <source>What are these words?</source>
        <translation>ما هذا الكلام؟</translation>
    </message>
    <message>
        <source>&amp;Kind of rendering</source>
        <translation>&amp;نوع النقل</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>Please say which of the two they are.</source>
        <translation>يرجى بيان أيهما هو.</translation>
    </message>
    <message>
        <source>The record is for what the interpreter said during the interview. A written translation is made on the page Translations; what you typed here stays unsaved until you discard it.</source>
        <translation>المحضر لما قاله المترجم الشفوي أثناء الاستماع. أما الترجمة المكتوبة فتُنجَز في صفحة الترجمات؛ وما كتبته هنا يبقى غير محفوظ إلى أن تتركه.</translation>
    </message>
    <message>
        <source>To &amp;Translations</source>
        <translation>إلى ال&amp;ترجمات</translation>
    </message>
</context>
<context>
    <name>RenderingStrip</name>
    <message>
        <source>Author not said</source>
        <translation>صاحب الترجمة غير مذكور</translation>
    </message>
    <message>
        <source>Rendered by</source>
        <translation>ترجمه</translation>
    </message>
    <message>
        <source>&amp;Rendered by</source>
        <translation>ترجم&amp;ه</translation>
    </message>
    <message>
        <source>Set the state</source>
        <translation>تحديد الحالة</translation>
    </message>
    <message>
        <source>State of the rendering</source>
        <translation>حالة الترجمة</translation>
    </message>
    <message>
        <source>St&amp;ate</source>
        <translation>الحال&amp;ة</translation>
    </message>
    <message>
        <source>Re-read: it still &amp;holds</source>
        <translation>أُعيدت قراءته: ما زال صحي&amp;حاً</translation>
    </message>
    <message>
        <source>Certif&amp;y…</source>
        <translation>تصدي&amp;ق…</translation>
    </message>
    <message>
        <source>Certification…</source>
        <translation>التصديق…</translation>
    </message>
    <message>
        <source>{kind} into {language}</source>
        <translation>{kind} إلى {language}</translation>
    </message>
    <message>
        <source>by {name}, {at}</source>
        <translation>من {name}، {at}</translation>
    </message>
    <message>
        <source>After the reading back, the author of a rendition can no longer be named.</source>
        <translation>بعد إعادة القراءة لا يمكن تسمية صاحب الترجمة الشفوية.</translation>
    </message>
    <message>
        <source>Save or discard what is typed first: only saved words can be certified.</source>
        <translation>احفظ ما كُتب أو تخلَّ عنه أولًا: فالتصديق يخص كلامًا محفوظًا.</translation>
    </message>
</context>
<context>
    <name>RenewCodeDialog</name>
    <message>
        <source>A new recovery code</source>
        <translation>رمز استرداد جديد</translation>
    </message>
    <message>
        <source>As soon as the new code is made, your present sheet no longer opens the vault.</source>
        <translation>حالما يُنشأ الرمز الجديد لا تعود الورقة التي لديك الآن تفتح شيئًا.</translation>
    </message>
    <message>
        <source>&amp;Your own passphrase</source>
        <translation>عبارة م&amp;رورك</translation>
    </message>
    <message>
        <source>Your own passphrase</source>
        <translation>عبارة مرورك</translation>
    </message>
    <message>
        <source>&amp;Make the code</source>
        <translation>إن&amp;شاء الرمز</translation>
    </message>
    <message>
        <source>Please type your own passphrase too: this changes who can open the vault.</source>
        <translation>اكتب عبارة مرورك أيضًا: هذا يغيّر من يستطيع فتح الخزنة.</translation>
    </message>
    <message>
        <source>The new code is made. This takes a few seconds.</source>
        <translation>يُنشأ الرمز الجديد. يستغرق ذلك بضع ثوانٍ.</translation>
    </message>
</context>
<context>
    <name>RestoreModel</name>
    <message>
        <source>Or tick the box above to restore what is undamaged. The rest is named.</source>
        <translation>أو ضع علامة في المربع أعلاه لاستعادة ما هو سليم ومعرفة ما ينقص.</translation>
    </message>
</context>
<context>
    <name>RestoreView</name>
    <message>
        <source>Every part is compared before the new folder gets its name. The event chain records that the vault was restored, by whom and why.</source>
        <translation>يُقارَن كل جزء قبل أن يأخذ المجلد الجديد اسمه. وتذكر الخزنة في سلسلة أحداثها أنها استُعيدت، ومن استعادها ولماذا.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>استعادة نسخة احتياطية</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>مجلد النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>F&amp;older of the backup</source>
        <translation>مجلد ال&amp;نسخة الاحتياطية</translation>
    </message>
    <message>
        <source>&amp;New folder</source>
        <translation>مجلد &amp;جديد</translation>
    </message>
    <message>
        <source>New folder of the vault</source>
        <translation>المجلد الجديد للخزنة</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the backup</source>
        <translation>عبارة مرور النسخة الا&amp;حتياطية</translation>
    </message>
    <message>
        <source>Passphrase of the backup</source>
        <translation>عبارة مرور النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Recovery &amp;code of that time</source>
        <translation>رمز الا&amp;سترداد في ذلك الوقت</translation>
    </message>
    <message>
        <source>Which backup, and &amp;why</source>
        <translation>أي نسخة احتياطية و&amp;لماذا</translation>
    </message>
    <message>
        <source>Restore what is undamaged, and name t&amp;he rest</source>
        <translation>استعادة ما هو سل&amp;يم وذكر ما عداه</translation>
    </message>
    <message>
        <source>Please type a passphrase or code from the time of the backup.</source>
        <translation>اكتب عبارة مرور أو رمزًا من وقت النسخة الاحتياطية.</translation>
    </message>
    <message>
        <source>The newer vault is lost: give up &amp;what it held</source>
        <translation>الخزنة الأحدث مفقودة: التخلي عما &amp;كان فيها</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;رجوع</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>اس&amp;تعادة</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>متا&amp;بعة</translation>
    </message>
    <message>
        <source>Use a passphra&amp;se</source>
        <translation>استخدام عبارة مر&amp;ور</translation>
    </message>
    <message>
        <source>Use the recovery co&amp;de</source>
        <translation>استخدام رم&amp;ز الاسترداد</translation>
    </message>
    <message>
        <source>Please choose the folder of the backup.</source>
        <translation>يُرجى اختيار مجلد النسخة الاحتياطية.</translation>
    </message>
    <message>
        <source>Please choose a new folder for the vault.</source>
        <translation>يُرجى اختيار مجلد جديد للخزنة.</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>لا بد من سبب. اكتب لماذا.</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>استعادة النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
    <message>
        <source>The vault is restored without these:</source>
        <translation>استُعيدت الخزنة من دون ما يلي:</translation>
    </message>
</context>
<context>
    <name>RestoredCard</name>
    <message>
        <source>A backup was restored…</source>
        <translation>استُعيدت نسخة احتياطية…</translation>
    </message>
    <message>
        <source>The entries of this vault are not those that this computer remembers</source>
        <translation>قيود هذه الخزنة ليست تلك التي يتذكرها هذا الحاسوب</translation>
    </message>
    <message>
        <source>This vault is older than what this computer remembers</source>
        <translation>هذه الخزنة أقدم مما يتذكره هذا الحاسوب</translation>
    </message>
    <message>
        <source>This computer remembers</source>
        <translation>يتذكر هذا الحاسوب</translation>
    </message>
    <message>
        <source>In this vault there are</source>
        <translation>في هذه الخزنة</translation>
    </message>
    <message>
        <source>It can be read, but nothing is written to it until somebody confirms what happened. Look first for the newer vault. If nobody restored a backup, leave this one as it is, and find out who had access.</source>
        <translation>يمكن قراءتها، ولا يُكتب فيها شيء حتى يقول أحدهم ما حدث. ابحث أولًا عن الخزنة الأحدث. وإن لم يستعد أحد نسخة احتياطية فاتركها كما هي واعرف من كان له وصول إليها.</translation>
    </message>
    <message>
        <source>A judge, a prosecutor or an administrator can confirm that a backup was restored.</source>
        <translation>يستطيع قاضٍ أو مدّعٍ عام أو مدير أن يصرّح بأن نسخة احتياطية استُعيدت.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>لا قيود</numerusform>
            <numerusform>قيد واحد</numerusform>
            <numerusform>قيدان</numerusform>
            <numerusform>%n قيود</numerusform>
            <numerusform>%n قيدًا</numerusform>
            <numerusform>%n قيد</numerusform>
        </translation>
    </message>
    <message>
        <source>{entries}, the last of them {when}, short code {code}</source>
        <translation>{entries}، آخرها {when}، الرمز القصير {code}</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Bundle {number} is signed</source>
        <translation>وُقّعت الحزمة {number}</translation>
    </message>
    <message>
        <source>Checks that anybody can repeat</source>
        <translation>فحوص يستطيع أي شخص تكرارها</translation>
    </message>
    <message>
        <source>The saved file was read again and verified. Everything is valid.</source>
        <translation>قُرئ الملف المحفوظ من جديد وفُحص. كل شيء صالح.</translation>
    </message>
    <message>
        <source>The saved file was read again. Nothing is invalid, but not everything could be confirmed.</source>
        <translation>قُرئ الملف المحفوظ من جديد. لا شيء غير صالح، لكن لم يمكن تأكيد كل شيء.</translation>
    </message>
    <message>
        <source>The saved file is not valid. Do not hand it over.</source>
        <translation>الملف المحفوظ غير صالح. لا تسلّمه.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>المستلم</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>الغرض</translation>
    </message>
    <message>
        <source>&amp;Encrypt for the recipients…</source>
        <translation>ت&amp;شفير للمستلمين…</translation>
    </message>
    <message>
        <source>Make the sealed &amp;package…</source>
        <translation>إنشاء ال&amp;طرد المختوم…</translation>
    </message>
    <message>
        <source>&amp;Identity annex…</source>
        <translation>ملحق الهوية…</translation>
    </message>
    <message>
        <source>Identity annex {number} is written. Tell its SHA-256 in another way: {digest}</source>
        <translation>كُتب ملحق الهوية {number}. أبلغ بصمته SHA-256 بطريق آخر: {digest}</translation>
    </message>
    <message>
        <source>&amp;Note that it was sent…</source>
        <translation>&amp;تدوين أنه أُرسل…</translation>
    </message>
    <message>
        <source>{number} is closed for its recipients. When it was sent, note it in the log.</source>
        <translation>شُفّر {number} لمستلميه. دوّنه في سجل الإرسال بعد إرساله.</translation>
    </message>
    <message>
        <source>Noted as {number} in the log of transmissions.</source>
        <translation>دُوّن برقم {number} في سجل الإرسال.</translation>
    </message>
    <message>
        <source>Note that it was sent</source>
        <translation>تدوين أنه أُرسل</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>تدوين</translation>
    </message>
    <message>
        <source>The program sends nothing: when, how and by whom it was sent, only you can say. What it is, and the order or request under which it was released, stand here where they are known.</source>
        <translation>البرنامج لا يرسل شيئا: أنت وحدك تستطيع أن تقول متى أُرسل وكيف ومن أرسله. أما ما هو، والأمر أو الطلب الذي أُفرج عنه بموجبه، فيظهران هنا حيث يُعرفان.</translation>
    </message>
    <message>
        <source>Note that the anne&amp;x was sent…</source>
        <translation>تدوين إرسال ال&amp;ملحق…</translation>
    </message>
</context>
<context>
    <name>RetireDialog</name>
    <message>
        <source>Retire {name}</source>
        <translation>إنهاء مهمة {name}</translation>
    </message>
    <message>
        <source>This user loses all access to the vault and every key. What they did and signed stays in their name and can still be verified.</source>
        <translation>يفقد هذا المستخدم كل دخول إلى الخزنة وكل مفتاح. ويبقى ما فعله ووقّعه باسمه وقابلًا للتحقق.</translation>
    </message>
    <message>
        <source>The user&apos;s access and keys are being removed.</source>
        <translation>يُسحب دخول المستخدم ومفاتيحه.</translation>
    </message>
    <message>
        <source>Re&amp;tire</source>
        <translation>إ&amp;نهاء المهمة</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>What came back</source>
        <translation>ما سُلّم</translation>
    </message>
    <message>
        <source>The store holds together, and everything in it is signed by the interpreter.</source>
        <translation>المستودع سليم، وكل ما فيه موقّع من المترجم.</translation>
    </message>
    <message>
        <source>Handed back</source>
        <translation>سُلّم</translation>
    </message>
    <message>
        <source>This was merged already; nothing is new.</source>
        <translation>ضُم هذا من قبل؛ لا جديد.</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;ضم</translation>
    </message>
    <message>
        <source>The work is being merged…</source>
        <translation>يجري ضم العمل…</translation>
    </message>
    <message>
        <source>The interpreter declared what was asked before the record opened.</source>
        <translation>صرّح المترجم بما طُلب قبل أن يُفتح المحضر.</translation>
    </message>
    <message>
        <source>The interpreter declined, and the record did not open to them.</source>
        <translation>رفض المترجم، ولم يُفتح له المحضر.</translation>
    </message>
    <message>
        <source>Against their independence: {named}.</source>
        <translation>ما يمس استقلاله: {named}.</translation>
    </message>
    <message>
        <source>They say: {note}</source>
        <translation>يقول: {note}</translation>
    </message>
    <message>
        <source>Entries of the glossary that stay as they stand here, also changed there: {terms}.</source>
        <translation>مداخل المسرد التي تبقى كما هي هنا، وقد عُدّلت هناك أيضًا: {terms}.</translation>
    </message>
    <message>
        <source>{here} (there: {there})</source>
        <translation>{here} (هناك: {there})</translation>
    </message>
    <message numerus="yes">
        <source>and %n more turn(s)</source>
        <translation>
            <numerusform>ولا مداخلة أخرى</numerusform>
            <numerusform>ومداخلة أخرى</numerusform>
            <numerusform>ومداخلتان أخريان</numerusform>
            <numerusform>و%n مداخلات أخرى</numerusform>
            <numerusform>و%n مداخلة أخرى</numerusform>
            <numerusform>و%n مداخلة أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>A version of an earlier source is merged, and waits to be rendered again: close the assignment then, and give the job out once more.</source>
        <translation>تُضم الصيغة المنقولة عن نص سابق، وتنتظر نقلها من جديد: أغلقوا العمل المسند بعد ذلك، ثم أسندوه مرة أخرى.</translation>
    </message>
    <message>
        <source>A version of a turn that was struck out is merged, and not printed.</source>
        <translation>تُضم صيغة المداخلة التي شُطبت، ولا تُطبع.</translation>
    </message>
    <message>
        <source>Turn {turn} is disputed</source>
        <translation>المداخلة {turn} معترض عليها</translation>
    </message>
    <message>
        <source>The version: {words}</source>
        <translation>الصيغة: {words}</translation>
    </message>
    <message>
        <source>Theirs: {words}</source>
        <translation>صيغته: {words}</translation>
    </message>
    <message>
        <source>Their reason: {words}</source>
        <translation>سببه: {words}</translation>
    </message>
    <message>
        <source>Turn {turn} was struck out since</source>
        <translation>شُطبت المداخلة {turn} منذ ذلك الحين</translation>
    </message>
    <message>
        <source>The source of turn {turn} changed since</source>
        <translation>تغيّر نص المداخلة {turn} منذ ذلك الحين</translation>
    </message>
    <message>
        <source>As it was rendered: {words}</source>
        <translation>كما كان عند النقل: {words}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>As it is now: {words}</source>
        <translation>كما هو الآن: {words}</translation>
    </message>
    <message>
        <source>The rendering: {words}</source>
        <translation>النقل: {words}</translation>
    </message>
</context>
<context>
    <name>ReturnsCard</name>
    <message>
        <source>Answer for it…</source>
        <translation>تحمّل المسؤولية…</translation>
    </message>
    <message>
        <source>A return is not as its interpreter signed it</source>
        <translation>الإعادة ليست كما وقّعها مترجمها</translation>
    </message>
    <message>
        <source>The vault can be read, but nothing is written to it until somebody answers for this. Look first at the entry that is named below, and ask the interpreter what they handed back.</source>
        <translation>يمكن قراءة الخزنة، لكن لا يُكتب فيها شيء حتى يتحمّل أحدهم المسؤولية عن هذا. انظر أولًا في القيد المذكور أدناه، واسأل المترجم عمّا أعاده.</translation>
    </message>
    <message>
        <source>A judge or a prosecutor can answer for it.</source>
        <translation>يمكن لقاضٍ أو مدعٍ عام أن يتحمّل المسؤولية.</translation>
    </message>
</context>
<context>
    <name>RevealDialog</name>
    <message>
        <source>Reveal the identity of {person}?</source>
        <translation>كشف هوية {person}؟</translation>
    </message>
    <message>
        <source>The event chain records that you viewed it, when, and the reason that you type here.</source>
        <translation>تسجّل سلسلة الأحداث أنك اطّلعت عليها ومتى، والسبب الذي تكتبه هنا.</translation>
    </message>
    <message>
        <source>Reason for revealing it</source>
        <translation>سبب الكشف</translation>
    </message>
    <message>
        <source>Reason for revealin&amp;g it</source>
        <translation>&amp;سبب الكشف</translation>
    </message>
    <message>
        <source>&amp;Reveal</source>
        <translation>&amp;كشف</translation>
    </message>
</context>
<context>
    <name>RevealWordsDialog</name>
    <message>
        <source>Show the words of the claims about {person}?</source>
        <translation>أتُعرض ألفاظ الإفادات عن {person}؟</translation>
    </message>
</context>
<context>
    <name>RevealedDialog</name>
    <message>
        <source>This window closes by itself in a minute.</source>
        <translation>تُغلق هذه النافذة من تلقاء نفسها بعد دقيقة.</translation>
    </message>
    <message>
        <source>Another &amp;minute</source>
        <translation>&amp;دقيقة أخرى</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
</context>
<context>
    <name>Revising</name>
    <message>
        <source>&amp;Agree, go on</source>
        <translation>&amp;موافقة ومتابعة</translation>
    </message>
    <message>
        <source>&amp;Dispute…</source>
        <translation>ا&amp;عتراض…</translation>
    </message>
    <message>
        <source>{name}, version {number}</source>
        <translation>{name}، الصيغة {number}</translation>
    </message>
    <message>
        <source>Your version, {at}: {reason}</source>
        <translation>صيغتك، {at}: {reason}</translation>
    </message>
    <message>
        <source>Not signed by its author: nothing to revise</source>
        <translation>لم يوقّعها صاحبها: لا شيء يُراجع</translation>
    </message>
    <message>
        <source>You said nothing yet</source>
        <translation>لم تقل شيئاً بعد</translation>
    </message>
    <message>
        <source>Changed since you said: {word}</source>
        <translation>تغيّرت منذ قولك: {word}</translation>
    </message>
    <message>
        <source>You revise the work of {name}. Turns: {done} of {all}</source>
        <translation>تراجع عمل {name}. المداخلات: {done} من {all}</translation>
    </message>
    <message>
        <source>Agree with a turn that you dispute?</source>
        <translation>الموافقة على مداخلة تعترضون عليها؟</translation>
    </message>
    <message>
        <source>Your last word counts: then your dispute no longer does. Both stay readable.</source>
        <translation>كلمتكم الأخيرة هي المعتبرة: عندها لا يبقى اعتراضكم معتبرًا. ويبقى الاثنان مقروءين.</translation>
    </message>
    <message>
        <source>&amp;Agree with it</source>
        <translation>ال&amp;موافقة عليها</translation>
    </message>
    <message>
        <source>You disputed these words in a former version</source>
        <translation>اعترضت على هذه الكلمات في صيغة سابقة</translation>
    </message>
</context>
<context>
    <name>RightsGrid</name>
    <message>
        <source>An interpreter has none of these rights: they sign at a colleague&apos;s desk. Identities, individual assessments and key material have separate keys. A function gets such a key only if it has the right to open them.</source>
        <translation>ليس للمترجم أي من هذه الحقوق: فهو يوقّع على حاسوب زميل. وللهويات والتقييمات الفردية ومواد المفاتيح مفاتيح منفصلة. ولا تحصل وظيفة على مفتاح منها إلا إذا كان لها حق فتحها.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>الحق</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>الحقوق</translation>
    </message>
</context>
<context>
    <name>RolesDialog</name>
    <message>
        <source>Roles of {person}</source>
        <translation>صفات {person}</translation>
    </message>
    <message>
        <source>Proceeding</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Basis (office)</source>
        <translation>الأساس (داخلي)</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>منحتها</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>مُنحت في</translation>
    </message>
    <message>
        <source>Given under</source>
        <translation>بموجب</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>الصفات</translation>
    </message>
    <message>
        <source>No role is recorded.</source>
        <translation>لا صفة مسجلة.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Strike out the role {role} of {person}?</source>
        <translation>شطب صفة {role} للشخص {person}؟</translation>
    </message>
    <message>
        <source>It was entered in error: it stays readable with your reason.</source>
        <translation>أُدخلت خطأً: تبقى مقروءة مع سببك.</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>شطب</translation>
    </message>
</context>
<context>
    <name>RowDialog</name>
    <message>
        <source>Struck out</source>
        <translation>مشطوب</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>RowsPanel</name>
    <message>
        <source>&amp;Add…</source>
        <translation>إ&amp;ضافة…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>ت&amp;عديل…</translation>
    </message>
    <message>
        <source>&amp;Strike out…</source>
        <translation>ش&amp;طب…</translation>
    </message>
    <message>
        <source>Add the first entry with the button below.</source>
        <translation>أضف القيد الأول بالزر أدناه.</translation>
    </message>
    <message>
        <source>Read in f&amp;ull…</source>
        <translation>اقرأ كا&amp;ملًا…</translation>
    </message>
</context>
<context>
    <name>SafetyDialog</name>
    <message>
        <source>A concern for safety</source>
        <translation>قلق على السلامة</translation>
    </message>
    <message>
        <source>Say who is in danger or afraid, and of what. It is sealed for the magistrates at once: nobody else reads it, and it is not shown here again.</source>
        <translation>اذكر من هو في خطر أو خائف، وممّ. يُختم فورًا للقضاة: لا يقرؤه أحد غيرهم، ولا يظهر هنا مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>SameBytesDialog</name>
    <message>
        <source>The same bytes are in the case already</source>
        <translation>البايتات نفسها موجودة في القضية من قبل</translation>
    </message>
    <message>
        <source>Each exhibit keeps its own copy, so that one can be returned or erased without the other.</source>
        <translation>يحتفظ كل دليل بنسخته الخاصة، حتى يمكن إعادة أحدهما أو محوه دون الآخر.</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>هذا الملف</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Its file</source>
        <translation>ملفه</translation>
    </message>
    <message>
        <source>Files with the same bytes</source>
        <translation>ملفات بالبايتات نفسها</translation>
    </message>
    <message>
        <source>&amp;Go to this exhibit</source>
        <translation>&amp;الذهاب إلى هذا الدليل</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Words, “a phrase”, a number, a beginning*</source>
        <translation>كلمات، “عبارة”، رقم، بداية*</translation>
    </message>
    <message>
        <source>Search for</source>
        <translation>البحث عن</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>Other language</source>
        <translation>اللغة الأخرى</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>Nothing is found yet.</source>
        <translation>لم يُعثر على شيء بعد.</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>إظهار الموضع</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>The index is made: {percent} %</source>
        <translation>يجري إعداد الفهرس: {percent} %</translation>
    </message>
    <message>
        <source>Nothing was found. A star finds what begins so: passport* finds passports too.</source>
        <translation>لم يُعثر على شيء. النجمة تجد كل ما يبدأ هكذا: جواز* تجد جوازات أيضًا.</translation>
    </message>
    <message>
        <source>{written} is searched as {kind} too.</source>
        <translation>يُبحث عن {written} أيضًا بصفته {kind}.</translation>
    </message>
    <message>
        <source>Not searched, because you may not read it: {kinds}.</source>
        <translation>لم يُبحث فيه لأنه لا يحق لك الاطلاع عليه: {kinds}.</translation>
    </message>
    <message>
        <source>In another script or alike in sound, and last: {kinds}. In quotation marks only what is written so is found.</source>
        <translation>بكتابة أخرى أو متشابه في النطق، وفي النهاية: {kinds}. بين علامتي الاقتباس لا يُعثر إلا على ما كُتب كذلك.</translation>
    </message>
    <message>
        <source>turn {number}</source>
        <translation>الدور {number}</translation>
    </message>
    <message>
        <source>part {number}</source>
        <translation>الجزء {number}</translation>
    </message>
    <message>
        <source>struck out</source>
        <translation>مشطوب</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;طباعة…</translation>
    </message>
    <message>
        <source>Country c&amp;ode</source>
        <translation>رمز ال&amp;بلد</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%n نتائج</numerusform>
            <numerusform>%n نتيجة</numerusform>
            <numerusform>%n نتيجة</numerusform>
        </translation>
    </message>
    <message>
        <source>{hits}: {kinds}.</source>
        <translation>{hits}: {kinds}.</translation>
    </message>
    <message numerus="yes">
        <source>in %n file(s)</source>
        <translation>
            <numerusform>في %n ملف</numerusform>
            <numerusform>في ملف واحد</numerusform>
            <numerusform>في ملفين</numerusform>
            <numerusform>في %n ملفات</numerusform>
            <numerusform>في %n ملفًا</numerusform>
            <numerusform>في %n ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n person(s)</source>
        <translation>
            <numerusform>لـ %n شخص</numerusform>
            <numerusform>لشخص واحد</numerusform>
            <numerusform>لشخصين</numerusform>
            <numerusform>لـ %n أشخاص</numerusform>
            <numerusform>لـ %n شخصًا</numerusform>
            <numerusform>لـ %n شخص</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n exhibit(s)</source>
        <translation>
            <numerusform>لـ %n دليل</numerusform>
            <numerusform>لدليل واحد</numerusform>
            <numerusform>لدليلين</numerusform>
            <numerusform>لـ %n أدلة</numerusform>
            <numerusform>لـ %n دليلًا</numerusform>
            <numerusform>لـ %n دليل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n record(s)</source>
        <translation>
            <numerusform>في %n محضر</numerusform>
            <numerusform>في محضر واحد</numerusform>
            <numerusform>في محضرين</numerusform>
            <numerusform>في %n محاضر</numerusform>
            <numerusform>في %n محضرًا</numerusform>
            <numerusform>في %n محضر</numerusform>
        </translation>
    </message>
    <message>
        <source>A number without a country code is taken as one of {code}, the country of this case. Empty the country code to find it in every country.</source>
        <translation>الرقم بلا رمز بلد يُعدّ من أرقام {code}، بلد هذه القضية. أفرغ رمز البلد للعثور عليه في كل بلد.</translation>
    </message>
    <message>
        <source>A number without a country code is taken as one of {code}.</source>
        <translation>الرقم بلا رمز بلد يُعدّ من أرقام {code}.</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>حفظ عملية البحث هذه</translation>
    </message>
    <message>
        <source>Name of this kept search</source>
        <translation>اسم عملية البحث المحفوظة</translation>
    </message>
    <message>
        <source>page {number} as read by a machine</source>
        <translation>صفحة {number} كما قرأتها آلة</translation>
    </message>
    <message>
        <source>This kept search cannot be read: somebody else changed it. Remove it, and keep it again.</source>
        <translation>لا يمكن قراءة عملية البحث المحفوظة هذه: لقد غيّرها شخص آخر. أزلها واحفظها من جديد.</translation>
    </message>
    <message>
        <source>They stand in the order of their entry, and not the best first.</source>
        <translation>وهي بترتيب إدخالها، لا بالأفضل أولًا.</translation>
    </message>
</context>
<context>
    <name>SecondPerson</name>
    <message>
        <source>Second person</source>
        <translation>الشخص الثاني</translation>
    </message>
    <message>
        <source>Passphrase of the second person</source>
        <translation>عبارة مرور الشخص الثاني</translation>
    </message>
    <message>
        <source>Their passphrase</source>
        <translation>عبارة مروره</translation>
    </message>
    <message>
        <source>Reason for acting alone</source>
        <translation>لماذا من دون شخص ثانٍ</translation>
    </message>
    <message>
        <source>Finding who could be the second person…</source>
        <translation>سؤال الخزنة عمّن يمكن أن يكون الشخص الثاني…</translation>
    </message>
    <message>
        <source>This takes two persons, but nobody else here could approve it. The reason is recorded.</source>
        <translation>يتطلب هذا شخصين، ولا أحد غيرك هنا يستطيع الموافقة عليه. ويُحفظ السبب.</translation>
    </message>
    <message>
        <source>Please write why you do this alone.</source>
        <translation>اكتب لماذا تفعل هذا من دون شخص ثانٍ.</translation>
    </message>
    <message>
        <source>The second person types their passphrase here.</source>
        <translation>يكتب الشخص الثاني عبارة مروره هنا.</translation>
    </message>
    <message>
        <source>This takes two persons: a colleague approves it at this desk.</source>
        <translation>يتطلب هذا شخصين: يوافق عليه زميل عند هذا المكتب.</translation>
    </message>
</context>
<context>
    <name>SectionButtons</name>
    <message>
        <source>Clai&amp;ms…</source>
        <translation>الإفادات…</translation>
    </message>
    <message>
        <source>Roles…</source>
        <translation>الصفات…</translation>
    </message>
    <message>
        <source>Enter the identity…</source>
        <translation>إدخال الهوية…</translation>
    </message>
    <message>
        <source>Reveal the &amp;identity…</source>
        <translation>كش&amp;ف الهوية…</translation>
    </message>
    <message>
        <source>Individual a&amp;ssessment…</source>
        <translation>التقيي&amp;م الفردي…</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>إ&amp;ضافة…</translation>
    </message>
    <message>
        <source>Pay table…</source>
        <translation>جدول الأجور…</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Go to the source</source>
        <translation>الانتقال إلى المصدر</translation>
    </message>
    <message>
        <source>Check the balances</source>
        <translation>التحقق من الأرصدة</translation>
    </message>
    <message>
        <source>Board…</source>
        <translation>اللوحة…</translation>
    </message>
    <message>
        <source>Side by side…</source>
        <translation>جنبًا إلى جنب…</translation>
    </message>
    <message>
        <source>Action day…</source>
        <translation>يوم العمل…</translation>
    </message>
    <message>
        <source>Chronology…</source>
        <translation>التسلسل الزمني…</translation>
    </message>
    <message>
        <source>Links…</source>
        <translation>الروابط…</translation>
    </message>
    <message>
        <source>Money flow…</source>
        <translation>حركة الأموال…</translation>
    </message>
    <message>
        <source>Bank&apos;s words…</source>
        <translation>عبارات المصرف…</translation>
    </message>
    <message>
        <source>Advertisements…</source>
        <translation>الإعلانات…</translation>
    </message>
</context>
<context>
    <name>SegmentDelegate</name>
    <message>
        <source>Turn {number}, {language}</source>
        <translation>المداخلة {number}، {language}</translation>
    </message>
</context>
<context>
    <name>SegmentTable</name>
    <message>
        <source>Account</source>
        <translation>الأقوال</translation>
    </message>
</context>
<context>
    <name>SegmentsModel</name>
    <message>
        <source>{language}  ·  {side}</source>
        <translation>{language}  ·  {side}</translation>
    </message>
    <message>
        <source>person heard</source>
        <translation>المستمع إليه</translation>
    </message>
    <message>
        <source>language of the file</source>
        <translation>لغة الملف</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>المداخلة</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>also in {languages}, not shown</source>
        <translation>وأيضًا بـ{languages}، غير ظاهر</translation>
    </message>
    <message>
        <source>{language}, {origin}: {words}</source>
        <translation>{language}، {origin}: {words}</translation>
    </message>
    <message>
        <source>no words</source>
        <translation>بلا كلام</translation>
    </message>
    <message>
        <source>Original not transcribed</source>
        <translation>الأصل غير مدوّن</translation>
    </message>
    <message>
        <source>original</source>
        <translation>أصل</translation>
    </message>
    <message>
        <source>said in {language}</source>
        <translation>قيل ب{language}</translation>
    </message>
    <message>
        <source>{kind}, author not said</source>
        <translation>{kind}، صاحبها غير مذكور</translation>
    </message>
    <message>
        <source>{kind}, {author}</source>
        <translation>{kind}، {author}</translation>
    </message>
    <message>
        <source>Correction at the reading back</source>
        <translation>تصحيح عند إعادة القراءة</translation>
    </message>
    <message>
        <source>Correction at the reading back, {language}</source>
        <translation>تصحيح عند إعادة القراءة، {language}</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}: {value}</translation>
    </message>
    <message>
        <source>Rectified: see {number}</source>
        <translation>صُحّح: انظر {number}</translation>
    </message>
    <message>
        <source>{kind} ({mode})</source>
        <translation>{kind} ({mode})</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>مشطوب</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>غير محفوظ</translation>
    </message>
    <message>
        <source>Not rendered</source>
        <translation>غير مترجم</translation>
    </message>
    <message>
        <source>relay</source>
        <translation>لغة وسيطة</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>قُرئت</translation>
    </message>
    <message>
        <source>{language}, original</source>
        <translation>{language}، الأصل</translation>
    </message>
    <message>
        <source>{kind}, {language}: {words}</source>
        <translation>{kind}، {language}: {words}</translation>
    </message>
</context>
<context>
    <name>SendBackDialog</name>
    <message>
        <source>It opens with a key of the office alone. You can go on afterwards, and send another one, until the office closes the work.</source>
        <translation>تُفتح بمفتاح المكتب وحده. يمكنك أن تواصل بعدها وترسل غيرها، إلى أن يغلق المكتب العمل.</translation>
    </message>
    <message>
        <source>The record stays closed. What you declared can go back to the office.</source>
        <translation>يبقى المحضر مغلقًا. يمكن أن يعود ما صرّحت به إلى المكتب.</translation>
    </message>
    <message>
        <source>Write the packet for the office</source>
        <translation>كتابة الرزمة للمكتب</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>مجلد جديد</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>ت&amp;صفح…</translation>
    </message>
    <message>
        <source>New f&amp;older</source>
        <translation>&amp;مجلد جديد</translation>
    </message>
    <message>
        <source>W&amp;rite it</source>
        <translation>ا&amp;كتبها</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>The packet is written, and what was written is read again.</source>
        <translation>تُكتب الرزمة، ويُقرأ ما كُتب من جديد.</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Send out job {number}</source>
        <translation>إرسال العمل {number}</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>الشكل</translation>
    </message>
    <message>
        <source>XLIFF 2.1, for a translation program</source>
        <translation>XLIFF 2.1، لبرنامج ترجمة</translation>
    </message>
    <message>
        <source>Table for Word (DOCX)</source>
        <translation>جدول لبرنامج Word (DOCX)</translation>
    </message>
    <message>
        <source>Table for Excel (XLSX)</source>
        <translation>جدول لبرنامج Excel (XLSX)</translation>
    </message>
    <message>
        <source>Not the job: memory or glossary alone</source>
        <translation>ليس العمل: الذاكرة أو المسرد فقط</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>&amp;Recipient</source>
        <translation>المستلم</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>With the &amp;memory of the case (TMX): words of other persons too</source>
        <translation>مع ذاكرة القضية (TMX): وفيها كلمات أشخاص آخرين</translation>
    </message>
    <message>
        <source>With the &amp;glossary of the case (TBX)</source>
        <translation>مع مسرد القضية (TBX)</translation>
    </message>
    <message>
        <source>Please choose what goes out.</source>
        <translation>اختر ما يُرسل.</translation>
    </message>
    <message>
        <source>Please choose the memory or the glossary too.</source>
        <translation>اختر الذاكرة أو المسرد أيضًا.</translation>
    </message>
    <message>
        <source>Please write to whom it goes.</source>
        <translation>اكتب إلى من يُرسل.</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>السبب مطلوب. اكتب لماذا.</translation>
    </message>
    <message>
        <source>The files are being made…</source>
        <translation>جارٍ إنشاء الملفات…</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>المتحدث</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>الترجمة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>The files are in clear: whoever has them can read the testimony. Give them by a protected way only. To whom and why stays in the event chain.</source>
        <translation>الملفات غير مشفّرة: من يملكها يستطيع قراءة الشهادة. سلّمها بطريق محمي فقط. ويبقى في سلسلة الأحداث إلى من ولماذا.</translation>
    </message>
    <message>
        <source>Ma&amp;ke the files</source>
        <translation>إنشاء الملفات</translation>
    </message>
    <message>
        <source>Send the work of {name}</source>
        <translation>إرسال عمل {name}</translation>
    </message>
    <message>
        <source>It leaves in a packet, and goes on at the interpreter&apos;s laptop alone. It opens there after a declaration about secrecy and independence. What left cannot be called back.</source>
        <translation>يخرج في رزمة ويستمر على حاسوب المترجم وحده. يُفتح هناك بعد تصريح عن السرية والاستقلال. ما خرج لا يُسترد.</translation>
    </message>
    <message>
        <source>Certificate of the interpreter</source>
        <translation>شهادة المترجم</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;تصفح…</translation>
    </message>
    <message>
        <source>&amp;Certificate of the interpreter</source>
        <translation>&amp;شهادة المترجم</translation>
    </message>
    <message>
        <source>Its &amp;fingerprint (SHA-256)</source>
        <translation>&amp;بصمتها (SHA-256)</translation>
    </message>
    <message>
        <source>No passphrase</source>
        <translation>بلا عبارة مرور</translation>
    </message>
    <message>
        <source>New &amp;passphrase in words</source>
        <translation>عبارة مرور جديدة من &amp;كلمات</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>مجلد جديد</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>ت&amp;صفح…</translation>
    </message>
    <message>
        <source>New f&amp;older</source>
        <translation>&amp;مجلد جديد</translation>
    </message>
    <message>
        <source>Name a certificate whose fingerprint they told you, or choose a passphrase, or both.</source>
        <translation>سمِّ شهادة قال لك صاحبها بصمتها، أو اختر عبارة مرور، أو كليهما.</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>إر&amp;سال</translation>
    </message>
    <message>
        <source>Please choose the file with the certificate.</source>
        <translation>اختاروا ملف الشهادة.</translation>
    </message>
    <message>
        <source>Please type the fingerprint as the interpreter tells it.</source>
        <translation>يرجى كتابة البصمة كما يقولها المترجم.</translation>
    </message>
    <message>
        <source>Please name a certificate, or choose a passphrase.</source>
        <translation>يرجى تسمية شهادة أو اختيار عبارة مرور.</translation>
    </message>
    <message>
        <source>The packet is written, and what was written is read again.</source>
        <translation>تُكتب الرزمة، ويُقرأ ما كُتب من جديد.</translation>
    </message>
</context>
<context>
    <name>SentBackDialog</name>
    <message>
        <source>The packet is written</source>
        <translation>كُتبت الرزمة</translation>
    </message>
    <message>
        <source>Send the whole folder to the office. Tell it this short code in another way, best by telephone: compared on its page Health, it shows whether its vault was set back since.</source>
        <translation>أرسل المجلد كله إلى المكتب. أخبره بهذا الرمز القصير بطريق آخر، والأفضل هاتفيًا: مقارنته في صفحة «السلامة» هناك تبيّن هل أُعيدت خزنته إلى حالة أقدم منذ ذلك.</translation>
    </message>
    <message>
        <source>Short code of the office when the work left</source>
        <translation>الرمز القصير للمكتب حين خرج العمل</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;تم</translation>
    </message>
</context>
<context>
    <name>SentDialog</name>
    <message>
        <source>The files are made</source>
        <translation>أُنشئت الملفات</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>حفظ…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>مجلد الملفات</translation>
    </message>
    <message>
        <source>The files are being written…</source>
        <translation>جارٍ كتابة الملفات…</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>الإغلاق دون حفظ؟</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>الإغلاق دون حفظ</translation>
    </message>
    <message>
        <source>Saved in {folder}.</source>
        <translation>حُفظت في {folder}.</translation>
    </message>
    <message>
        <source>The event chain keeps their digests. Save them now: they are kept nowhere in the vault.</source>
        <translation>تحفظ سلسلة الأحداث بصماتها. احفظها الآن: لا تُحفظ في أي مكان من الخزنة.</translation>
    </message>
    <message>
        <source>The files are not saved. The event chain says that they were made; make them again to send.</source>
        <translation>لم تُحفظ الملفات. تذكر سلسلة الأحداث أنها أُنشئت؛ أنشئها من جديد لإرسالها.</translation>
    </message>
    <message>
        <source>The packet is written</source>
        <translation>كُتبت الرزمة</translation>
    </message>
    <message>
        <source>Fingerprint of your root certificate</source>
        <translation>بصمة شهادتكم الجذر</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Saved for you on this computer, outside the vault.</source>
        <translation>محفوظة لك على هذا الحاسوب، خارج الخزنة.</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>كما في النظام</translation>
    </message>
    <message>
        <source>Appea&amp;rance</source>
        <translation>ال&amp;مظهر</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>صفر دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock &amp;after</source>
        <translation>القفل &amp;بعد</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>المفا&amp;تيح</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تغيير…</translation>
    </message>
</context>
<context>
    <name>SettleReturnsDialog</name>
    <message>
        <source>Answer for this return</source>
        <translation>تحمّل المسؤولية عن هذه الإعادة</translation>
    </message>
    <message>
        <source>Your statement is signed and enters the event chain. What was merged stays in the vault, and each check goes on naming it. What was left out can be merged afterwards, and a packet that was said to have come and never did can still be taken back.</source>
        <translation>يُوقّع تصريحك ويدخل سلسلة الأحداث. يبقى ما ضُم في الخزنة، ويظل كل فحص يذكره. ويمكن ضم ما تُرك بعد ذلك، كما يمكن استعادة حزمة قيل إنها عادت ولم تعد.</translation>
    </message>
    <message>
        <source>What was found, and why the office goes on</source>
        <translation>ما وُجد، ولماذا يواصل المكتب العمل</translation>
    </message>
</context>
<context>
    <name>ShareCard</name>
    <message>
        <source>Share {number}</source>
        <translation>الحصة {number}</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>من ملف…</translation>
    </message>
    <message>
        <source>Share {number} from a file</source>
        <translation>الحصة {number} من ملف</translation>
    </message>
    <message>
        <source>Its holder&apos;s passphrase</source>
        <translation>عبارة مرور حاملها</translation>
    </message>
    <message>
        <source>Passphrase of share {number}</source>
        <translation>عبارة مرور الحصة {number}</translation>
    </message>
    <message>
        <source>The file of a recovery share</source>
        <translation>ملف حصة استرداد</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>It is shown only once. Fewer than {needed} shares do not open the vault.</source>
        <translation>لا تُعرض إلا هذه المرة. ولا يُفتح شيء بأقل من {needed} من الحصص.</translation>
    </message>
    <message>
        <source>Recovery share</source>
        <translation>حصة استرداد</translation>
    </message>
    <message>
        <source>&amp;Print the sheet of this share…</source>
        <translation>&amp;طباعة ورقة هذه الحصة…</translation>
    </message>
    <message>
        <source>&amp;Save it as a file…</source>
        <translation>&amp;حفظها في ملف…</translation>
    </message>
    <message>
        <source>I have &amp;kept it</source>
        <translation>إنها مح&amp;فوظة</translation>
    </message>
    <message>
        <source>Save the share</source>
        <translation>مكان حفظ الحصة</translation>
    </message>
    <message>
        <source>Saved. Keep it on a medium of its holder, and nowhere else.</source>
        <translation>كُتبت. احفظها على وسيط لدى حاملها، وليس في أي مكان آخر.</translation>
    </message>
    <message>
        <source>Please print, copy or save the share first: it is never shown again.</source>
        <translation>اطبع الحصة أو انسخها أو احفظها أولًا: لا تُعرض ثانيةً أبدًا.</translation>
    </message>
    <message>
        <source>It could not be written there. Please choose another place.</source>
        <translation>تعذّرت الكتابة هناك. اختر مكانًا آخر.</translation>
    </message>
</context>
<context>
    <name>SharedDialog</name>
    <message>
        <source>Shared by several sources</source>
        <translation>مشترك بين عدة مصادر</translation>
    </message>
    <message>
        <source>What occurs in two or more records, exhibits, files, persons, objects or entries of money. That a number or a name is written in two places says that, and nothing more.</source>
        <translation>ما يرد في محضرين أو دليلين أو ملفين أو شخصين أو شيئين أو قيدين ماليين أو أكثر. كون رقم أو اسم مكتوبًا في موضعين يعني ذلك ولا شيء غيره.</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>كل الأنواع</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>What is shared</source>
        <translation>ما هو مشترك</translation>
    </message>
    <message>
        <source>The index is being brought up…</source>
        <translation>يجري تحديث الفهرس…</translation>
    </message>
    <message>
        <source>Where it occurs</source>
        <translation>أين يرد</translation>
    </message>
    <message>
        <source>Choose a line above.</source>
        <translation>اختر سطرًا أعلاه.</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;طباعة…</translation>
    </message>
    <message>
        <source>&amp;Links…</source>
        <translation>&amp;روابط…</translation>
    </message>
    <message>
        <source>Go to the s&amp;ource</source>
        <translation>الذهاب إلى ال&amp;مصدر</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>What you may not read is left out.</source>
        <translation>تُرك ما لا يحق لك قراءته.</translation>
    </message>
    <message>
        <source>Nothing occurs in several sources.</source>
        <translation>لا شيء يرد في عدة مصادر.</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>كما كُتب</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
</context>
<context>
    <name>SharesView</name>
    <message>
        <source>Unlock with recovery shares</source>
        <translation>الفتح بحصص الاسترداد</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>الم&amp;جلد</translation>
    </message>
    <message>
        <source>Folder of the vault</source>
        <translation>مجلد الخزنة</translation>
    </message>
    <message>
        <source>Recovery shares</source>
        <translation>حصص الاسترداد</translation>
    </message>
    <message>
        <source>Deriving the key</source>
        <translation>اشتقاق المفتاح</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;رجوع</translation>
    </message>
    <message>
        <source>&amp;Another share</source>
        <translation>حصة أ&amp;خرى</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;فتح</translation>
    </message>
    <message>
        <source>Each holder types their share or loads it from its file, and types their own passphrase.</source>
        <translation>يكتب كل حامل حصته، أو تُقرأ من ملفها، ثم يكتب عبارة مروره.</translation>
    </message>
    <message>
        <source>Please type this share, or load it from its file.</source>
        <translation>يُرجى كتابة هذه الحصة أو تحميلها من ملفها.</translation>
    </message>
    <message>
        <source>{needed} of {total} shares are needed, each with its holder&apos;s passphrase.</source>
        <translation>يلزم {needed} من الحصص من أصل {total}، مع كل منها عبارة مرور حاملها.</translation>
    </message>
    <message>
        <source>Please choose the folder of the vault.</source>
        <translation>يُرجى اختيار مجلد الخزنة.</translation>
    </message>
    <message>
        <source>Please let its holder type their passphrase.</source>
        <translation>يُرجى أن يكتب حاملها عبارة مروره.</translation>
    </message>
</context>
<context>
    <name>SheetFile</name>
    <message>
        <source>Where the sheet is written</source>
        <translation>أين تُكتب الورقة</translation>
    </message>
    <message>
        <source>This file exists already. Please name another.</source>
        <translation>هذا الملف موجود. اختر اسمًا آخر.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) written: {file}</source>
        <translation>
            <numerusform>عدد الصفحات المكتوبة %n: {file}</numerusform>
            <numerusform>عدد الصفحات المكتوبة %n: {file}</numerusform>
            <numerusform>عدد الصفحات المكتوبة %n: {file}</numerusform>
            <numerusform>عدد الصفحات المكتوبة %n: {file}</numerusform>
            <numerusform>عدد الصفحات المكتوبة %n: {file}</numerusform>
            <numerusform>عدد الصفحات المكتوبة %n: {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Alt with an underlined letter goes to a button or a field. Ctrl with a number opens a page.</source>
        <translation>مفتاح Alt مع حرف تحته خط ينقل إلى زر أو حقل، وCtrl مع رقم ينقل إلى صفحة.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>ما يفعله</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Alt with an underlined letter goes to a button or a field.</source>
        <translation>Alt مع حرف مسطَّر ينتقل إلى زر أو حقل.</translation>
    </message>
</context>
<context>
    <name>ShownAssessmentDialog</name>
    <message>
        <source>Individual assessment</source>
        <translation>التقييم الفردي</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>النسخة</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>الطريقة</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>أُجري في</translation>
    </message>
    <message>
        <source>Personal characteristics</source>
        <translation>الخصائص الشخصية</translation>
    </message>
    <message>
        <source>Nature of the crime</source>
        <translation>طبيعة الجريمة</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>المخاطر</translation>
    </message>
    <message>
        <source>Circumstances</source>
        <translation>الظروف</translation>
    </message>
    <message>
        <source>Wishes of the person</source>
        <translation>رغبات الشخص</translation>
    </message>
    <message>
        <source>Measures proposed</source>
        <translation>التدابير المقترحة</translation>
    </message>
    <message>
        <source>Next review on</source>
        <translation>المراجعة التالية في</translation>
    </message>
    <message>
        <source>Communicated to</source>
        <translation>أُبلغ إلى</translation>
    </message>
    <message>
        <source>Refuses special measures</source>
        <translation>رفض التدابير الخاصة</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) after it, which nobody can read: check the vault.</source>
        <translation>
            <numerusform>لا توجد نسخة بعدها لا يستطيع أحد قراءتها.</numerusform>
            <numerusform>نسخة واحدة بعدها لا يستطيع أحد قراءتها: افحص الخزنة.</numerusform>
            <numerusform>نسختان بعدها لا يستطيع أحد قراءتهما: افحص الخزنة.</numerusform>
            <numerusform>%n نسخ بعدها لا يستطيع أحد قراءتها: افحص الخزنة.</numerusform>
            <numerusform>%n نسخة بعدها لا يستطيع أحد قراءتها: افحص الخزنة.</numerusform>
            <numerusform>%n نسخة بعدها لا يستطيع أحد قراءتها: افحص الخزنة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>غير معروض</translation>
    </message>
</context>
<context>
    <name>ShownKeyMaterialDialog</name>
    <message>
        <source>Secret key material</source>
        <translation>مادة مفتاح سرية</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Rendered on the spot</source>
        <translation>تُرجم في حينه</translation>
    </message>
    <message>
        <source>The chosen turn</source>
        <translation>المداخلة المختارة</translation>
    </message>
    <message>
        <source>Beside the turn</source>
        <translation>بجانب المداخلة</translation>
    </message>
    <message>
        <source>Answer again…</source>
        <translation>رد جديد…</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>رد…</translation>
    </message>
    <message>
        <source>{kind}, {author}. It is part of the record, not of this job.</source>
        <translation>{kind}، {author}. هو جزء من المحضر لا من هذا العمل.</translation>
    </message>
    <message>
        <source>author not said</source>
        <translation>لم يُذكر المؤلف</translation>
    </message>
    <message>
        <source>Answer the linguist</source>
        <translation>الرد على اللغوي</translation>
    </message>
    <message>
        <source>Open question at turn {turn}</source>
        <translation>سؤال مفتوح في المداخلة {turn}</translation>
    </message>
    <message>
        <source>About the file</source>
        <translation>عن الملف</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>المسجَّل</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Media type, by its name</source>
        <translation>نوع الوسائط حسب اسمه</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>By its content</source>
        <translation>حسب محتواه</translation>
    </message>
    <message>
        <source>Media type</source>
        <translation>نوع الوسائط</translation>
    </message>
    <message>
        <source>According to the file</source>
        <translation>حسب قول الملف</translation>
    </message>
    <message>
        <source>It says nothing of itself.</source>
        <translation>لا يقول شيئا عن نفسه.</translation>
    </message>
    <message>
        <source>It says more than is shown here.</source>
        <translation>يقول أكثر مما يُعرض هنا.</translation>
    </message>
    <message>
        <source>Turn {turn}: as it was said at the interview. It is no part of the job.</source>
        <translation>المداخلة {turn}: كما قيلت في الجلسة. ليست جزءًا من العمل.</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign and save the bundle</source>
        <translation>توقيع الحزمة وحفظها</translation>
    </message>
    <message>
        <source>Your signature approves the bundle. An interpreter who certifies signs first, and types their own passphrase.</source>
        <translation>توقيعك يعتمد الحزمة. ويوقّع المترجم المصدِّق أولًا ويكتب عبارة مروره.</translation>
    </message>
    <message>
        <source>Passphrase of the interpreter</source>
        <translation>عبارة مرور المترجم</translation>
    </message>
    <message>
        <source>Certified by</source>
        <translation>صدّق عليه</translation>
    </message>
    <message>
        <source>&amp;Their passphrase</source>
        <translation>عبارة &amp;مروره</translation>
    </message>
    <message>
        <source>Passphrase of the second person</source>
        <translation>عبارة مرور الشخص الثاني</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>الشخص الثاني</translation>
    </message>
    <message>
        <source>Passphrase of the s&amp;econd person</source>
        <translation>عبارة مرور الشخص ال&amp;ثاني</translation>
    </message>
    <message>
        <source>&amp;Save as</source>
        <translation>ال&amp;حفظ باسم</translation>
    </message>
    <message>
        <source>Re&amp;fuse the release…</source>
        <translation>ر&amp;فض الإفراج…</translation>
    </message>
    <message>
        <source>Si&amp;gn</source>
        <translation>تو&amp;قيع</translation>
    </message>
    <message>
        <source>The interpreter&apos;s passphrase is needed.</source>
        <translation>عبارة مرور المترجم مطلوبة.</translation>
    </message>
    <message>
        <source>The second person types their passphrase here.</source>
        <translation>يكتب الشخص الثاني عبارة مروره هنا.</translation>
    </message>
    <message>
        <source>The bundle is signed, and the file is read again and checked.</source>
        <translation>تُوقَّع الحزمة، ويُقرأ الملف من جديد ويُفحص.</translation>
    </message>
    <message>
        <source>Save the bundle as</source>
        <translation>حفظ الحزمة باسم</translation>
    </message>
    <message>
        <source>Sign this record?</source>
        <translation>هل توقّع هذا المحضر؟</translation>
    </message>
    <message>
        <source>A signed record goes into the event chain and can never be changed again.</source>
        <translation>يدخل المحضر الموقّع في سلسلة الأحداث ولا يمكن تغييره بعد ذلك أبدًا.</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>السبب مطلوب. اكتب لماذا.</translation>
    </message>
    <message>
        <source>Reason, {rule}: {sentence}</source>
        <translation>السبب، {rule}: {sentence}</translation>
    </message>
    <message>
        <source>These rules give warnings. Correct what can be corrected; otherwise write why the record is signed all the same. The reasons are signed with the record and printed.</source>
        <translation>هذه القواعد تنبّه. صحّح ما يمكن تصحيحه، وإلا فاكتب سبب توقيع المحضر رغم ذلك. تُوقَّع الأسباب معه وتُطبع.</translation>
    </message>
    <message>
        <source>Reason for signing all the same</source>
        <translation>سبب توقيعه رغم ذلك</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <source>Correct, {rule}</source>
        <translation>تصحيح، {rule}</translation>
    </message>
    <message>
        <source>&amp;Sign and close</source>
        <translation>توقيع وإغلاق</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;رجوع</translation>
    </message>
    <message>
        <source>Your signature confirms this copy of a file. It is not the signature of the statement, and the file prevails.</source>
        <translation>توقيعك يؤكد هذه النسخة من الملف. وهو ليس توقيع الإفادة، والملف هو المعتمد.</translation>
    </message>
    <message>
        <source>This is the reason of another warning too. Write what holds for this one, or tick both and write their common reason once.</source>
        <translation>هذا سبب تحذير آخر أيضًا. اكتب ما ينطبق على هذا التحذير، أو أشّر على الاثنين واكتب سببهما المشترك مرة واحدة.</translation>
    </message>
    <message>
        <source>Common reason</source>
        <translation>سبب مشترك</translation>
    </message>
    <message>
        <source>Common reason for {rule}: {sentence}</source>
        <translation>سبب مشترك لـ{rule}: {sentence}</translation>
    </message>
    <message>
        <source>Common reason: tick the warnings that it is for. Nothing is ticked.</source>
        <translation>سبب مشترك: أشّر على التحذيرات التي يخصها. لا شيء مؤشَّر عليه.</translation>
    </message>
    <message numerus="yes">
        <source>One reason for the %n ticked warning(s): {rules}</source>
        <translation>
            <numerusform>لا تحذير مؤشَّر عليه (%n): {rules}</numerusform>
            <numerusform>سبب واحد للتحذير المؤشَّر عليه (%n): {rules}</numerusform>
            <numerusform>سبب واحد للتحذيرين المؤشَّر عليهما (%n): {rules}</numerusform>
            <numerusform>سبب واحد لـ%n تحذيرات مؤشَّر عليها: {rules}</numerusform>
            <numerusform>سبب واحد لـ%n تحذيرًا مؤشَّرًا عليه: {rules}</numerusform>
            <numerusform>سبب واحد لـ%n تحذير مؤشَّر عليه: {rules}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignNoticeDialog</name>
    <message>
        <source>Sign a notice</source>
        <translation>توقيع إشعار</translation>
    </message>
    <message>
        <source>&amp;What they are told</source>
        <translation>&amp;ما يُقال لهم</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>ملف جديد</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;تصفح…</translation>
    </message>
    <message>
        <source>New &amp;file</source>
        <translation>ملف &amp;جديد</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>&amp;وقّع</translation>
    </message>
    <message>
        <source>Please write what the recipients are told.</source>
        <translation>يرجى كتابة ما يُقال للمستلمين.</translation>
    </message>
    <message>
        <source>The notice is signed, and what was written is read again.</source>
        <translation>يُوقّع الإشعار، ويُقرأ ما كُتب مرة أخرى.</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>مسحوب</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>مقيّد</translation>
    </message>
    <message>
        <source>Rectified</source>
        <translation>مصحّح</translation>
    </message>
    <message>
        <source>Supplemented</source>
        <translation>مكمّل</translation>
    </message>
    <message>
        <source>It names what was received by its digest, what changed, and says what you write here.</source>
        <translation>يذكر ما استُلم ببصمته، وما تغيّر، ويقول ما تكتبه هنا.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>أُرسل</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>المستلمون</translation>
    </message>
</context>
<context>
    <name>SignReceiptDialog</name>
    <message>
        <source>Sign a receipt for {number}</source>
        <translation>توقيع إيصال عن {number}</translation>
    </message>
    <message>
        <source>It names the package, what was imported and refused, and the state of the sender&apos;s event chain that came with it.</source>
        <translation>يسمي الطرد وما استُورد وما رُفض، وحالة سلسلة أحداث المرسل التي جاءت معه.</translation>
    </message>
    <message>
        <source>R&amp;emarks</source>
        <translation>&amp;ملاحظات</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>ملف جديد</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;تصفح…</translation>
    </message>
    <message>
        <source>New &amp;file</source>
        <translation>ملف &amp;جديد</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>&amp;وقّع</translation>
    </message>
    <message>
        <source>The receipt is signed, and what was written is read again.</source>
        <translation>يُوقّع الإيصال، ويُقرأ ما كُتب مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>SignVersionsDialog</name>
    <message>
        <source>Sign as {name}</source>
        <translation>التوقيع باسم {name}</translation>
    </message>
    <message>
        <source>The linguist reads the versions below, with their notes, and signs them in one go. Each signature covers the version, its source and the notes.</source>
        <translation>يقرأ اللغوي الصيغ أدناه مع ملاحظاتها ويوقعها دفعة واحدة. ويشمل التوقيع كل صيغة ومصدرها وملاحظاتها.</translation>
    </message>
    <message>
        <source>All that are not signed as checked ({count})</source>
        <translation>كل ما لم يُوقَّع كمراجَع ({count})</translation>
    </message>
    <message>
        <source>This turn alone</source>
        <translation>هذه المداخلة وحدها</translation>
    </message>
    <message>
        <source>&amp;Versions</source>
        <translation>الصيغ</translation>
    </message>
    <message>
        <source>&amp;Left as</source>
        <translation>تُترك كـ</translation>
    </message>
    <message>
        <source>This differs from what was said. It is mended first, or the linguist says why they sign it all the same: the reason is signed with it, and printed.</source>
        <translation>هذا يختلف عما قيل. يُصحح أولا، أو يقول اللغوي لماذا يوقعه رغم ذلك: السبب يُوقَّع معه ويُطبع.</translation>
    </message>
    <message>
        <source>Reason for signing all the same</source>
        <translation>سبب التوقيع رغم ذلك</translation>
    </message>
    <message>
        <source>These notes stand at words that the present wording does not have. The signature does not cover them, and they are not printed. They are placed again first, or left:</source>
        <translation>هذه الملاحظات على كلمات ليست في الصيغة الحالية. التوقيع لا يشملها، وهي لا تُطبع. توضع من جديد أولا، أو تُترك:</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>توقيع</translation>
    </message>
    <message>
        <source>Nothing waits for a signature: each last version is signed as checked, or gone.</source>
        <translation>لا شيء ينتظر توقيعا: كل صيغة أخيرة موقعة كمراجَعة أو لم تعد قائمة.</translation>
    </message>
    <message>
        <source>Please choose how the linguist leaves them.</source>
        <translation>يرجى اختيار كيف يتركها اللغوي.</translation>
    </message>
    <message>
        <source>The versions are signed.</source>
        <translation>تُوقَّع الصيغ.</translation>
    </message>
</context>
<context>
    <name>SignWorkDialog</name>
    <message>
        <source>You sign that you checked the last version of every turn. Turns: {count}</source>
        <translation>توقع أنك راجعت آخر صيغة لكل مداخلة. المداخلات: {count}</translation>
    </message>
    <message>
        <source>This differs from what was said. Go there and mend it, or write why you sign it all the same: the reason is signed with it, and printed.</source>
        <translation>هذا يختلف عما قيل. اذهب إليه وصححه، أو اكتب لماذا توقعه رغم ذلك: السبب يُوقَّع معه ويُطبع.</translation>
    </message>
    <message>
        <source>Reason for signing all the same</source>
        <translation>سبب التوقيع رغم ذلك</translation>
    </message>
    <message>
        <source>These notes stand at words that the present wording does not have. Your signature does not cover them, and they are not printed. Place them again first, or leave them:</source>
        <translation>هذه الملاحظات على كلمات ليست في الصيغة الحالية. توقيعك لا يشملها، وهي لا تُطبع. ضعها من جديد أولا، أو اتركها:</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>&amp;توقيع</translation>
    </message>
    <message>
        <source>It is being signed…</source>
        <translation>جارٍ التوقيع…</translation>
    </message>
    <message>
        <source>Sign my renderings?</source>
        <translation>توقيع ترجماتي؟</translation>
    </message>
</context>
<context>
    <name>SigningPart</name>
    <message>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>البطاقة</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>There is no further signing key yet. Add one with the buttons below.</source>
        <translation>لا يوجد مفتاح توقيع آخر بعد. أضف واحدًا بالزرين أدناه.</translation>
    </message>
    <message>
        <source>Add a key &amp;file…</source>
        <translation>إضافة م&amp;لف مفتاح…</translation>
    </message>
    <message>
        <source>Add a c&amp;ard…</source>
        <translation>إضافة &amp;بطاقة…</translation>
    </message>
    <message>
        <source>A&amp;gree or refuse…</source>
        <translation>القبول أو ال&amp;رفض…</translation>
    </message>
    <message>
        <source>The certificates of these users do not say their function, or end soon: {names}. Without a function, or after its end, a certificate signs no bundle.</source>
        <translation>شهادات هؤلاء المستخدمين لا تذكر وظيفتهم أو تنتهي قريبًا: {names}. والشهادة بلا وظيفة أو بعد انتهائها لا توقّع أي ملف.</translation>
    </message>
    <message>
        <source>The certificates were renewed: {names}.</source>
        <translation>جُدّدت الشهادات: {names}.</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>ينتظرك</translation>
    </message>
    <message>
        <source>Not agreed to</source>
        <translation>غير مقبول</translation>
    </message>
    <message>
        <source>It can no longer sign. What it signed before stays valid. Write the reason.</source>
        <translation>لن يوقّع بعد الآن. وما وقّعه من قبل يبقى صالحًا. اكتب السبب.</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>مسحوب</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>نشط</translation>
    </message>
    <message>
        <source>Further signing keys</source>
        <translation>مفاتيح توقيع أخرى</translation>
    </message>
    <message>
        <source>Every user signs with a key of this vault. A key on a card or in a key file can also sign for its user: the vault&apos;s root certificate certifies it, its user agrees with an earlier key, and its issuer&apos;s certificate is stored with it. The key must be on the curve P-256.</source>
        <translation>يوقّع كل مستخدم بمفتاح من هذه الخزنة. ويمكن أيضًا لمفتاح على بطاقة أو في ملف مفتاح أن يوقّع لصاحبه: يصدّقه الشهادة الجذرية للخزنة، ويوافق عليه صاحبه بمفتاح سابق، وتُحفظ معه شهادة مُصدره. ويجب أن يكون المفتاح على المنحنى P-256.</translation>
    </message>
    <message>
        <source>With&amp;draw…</source>
        <translation>س&amp;حب…</translation>
    </message>
    <message>
        <source>Re&amp;new the certificates</source>
        <translation>ت&amp;جديد الشهادات</translation>
    </message>
    <message>
        <source>Withdraw this signing key</source>
        <translation>سحب مفتاح التوقيع هذا</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;سحب</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Source of a claim about {person}</source>
        <translation>مصدر إفادة عن {person}</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>المداخلة</translation>
    </message>
    <message>
        <source>The turn since then</source>
        <translation>المداخلة منذ ذلك الحين</translation>
    </message>
    <message>
        <source>was changed or struck out after the claim was entered</source>
        <translation>عُدّلت أو شُطبت بعد إدخال الإفادة</translation>
    </message>
    <message>
        <source>is as it was when the claim was entered</source>
        <translation>هي كما كانت عند إدخال الإفادة</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>أُدخلت</translation>
    </message>
    <message>
        <source>used</source>
        <translation>مستعملة</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>غير مستعملة</translation>
    </message>
    <message>
        <source>In documents</source>
        <translation>في الوثائق</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>مسحوبة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>SourcesDialog</name>
    <message>
        <source>Where the files of {number} come from</source>
        <translation>من أين أتت ملفات {number}</translation>
    </message>
    <message>
        <source>Why it was not taken</source>
        <translation>لماذا لم يُؤخذ</translation>
    </message>
    <message>
        <source>What is said of it</source>
        <translation>ما يُقال عنه</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>عمليات الأخذ</translation>
    </message>
    <message>
        <source>Nothing was added in a run yet.</source>
        <translation>لم تجرِ أي عملية أخذ بعد.</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>لم يُؤخذ</translation>
    </message>
    <message>
        <source>Everything was taken.</source>
        <translation>أُخذ كل شيء.</translation>
    </message>
    <message>
        <source>Lists of digests</source>
        <translation>قوائم البصمات</translation>
    </message>
    <message>
        <source>No run was compared with a list of digests.</source>
        <translation>لم تُقارَن أي عملية أخذ بقائمة بصمات.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>الفروق</translation>
    </message>
    <message>
        <source>The files agree with the list.</source>
        <translation>الملفات تطابق القائمة.</translation>
    </message>
    <message>
        <source>Paths in the source</source>
        <translation>المسارات في المصدر</translation>
    </message>
    <message>
        <source>No path of a source is recorded.</source>
        <translation>لم يُدوَّن أي مسار من مصدر.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>عمليات الأخ&amp;ذ</translation>
    </message>
    <message>
        <source>&amp;Lists of digests</source>
        <translation>&amp;قوائم البصمات</translation>
    </message>
    <message>
        <source>&amp;Paths in the source</source>
        <translation>ال&amp;مسارات في المصدر</translation>
    </message>
    <message>
        <source>&amp;Add a folder with its list of digests…</source>
        <translation>إ&amp;ضافة مجلد مع قائمة بصماته…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>The run was stopped. Until then, nothing was left out.</source>
        <translation>أُوقفت العملية. حتى ذلك الحين لم يُترك شيء.</translation>
    </message>
    <message>
        <source>The capture was not compared with what it states: {because}.</source>
        <translation>لم تُقارَن اللقطة بما تذكره: {because}.</translation>
    </message>
    <message>
        <source>What is in the file agrees with what it states.</source>
        <translation>محتوى الملف مطابق لما يذكره.</translation>
    </message>
    <message>
        <source>SHA-256 of the file, which states the digests itself: {digest}</source>
        <translation>بصمة SHA-256 للملف الذي يذكر البصمات بنفسه: {digest}</translation>
    </message>
    <message>
        <source>SHA-256 of the list: {digest}</source>
        <translation>‏SHA-256 للقائمة: {digest}</translation>
    </message>
    <message>
        <source>differs: {algorithm} according to the file {stated}, of what is in it {found}</source>
        <translation>مختلف: {algorithm} وفق الملف {stated}، ولما فيه {found}</translation>
    </message>
    <message>
        <source>named, and not in the file</source>
        <translation>مذكور وليس في الملف</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>لم يُحكم عليه</translation>
    </message>
    <message numerus="yes">
        <source>%n more not judged</source>
        <translation>
            <numerusform>لا آخر لم يُحكم عليه</numerusform>
            <numerusform>واحد آخر لم يُحكم عليه</numerusform>
            <numerusform>اثنان آخران لم يُحكم عليهما</numerusform>
            <numerusform>%n أخرى لم يُحكم عليها</numerusform>
            <numerusform>%n آخر لم يُحكم عليه</numerusform>
            <numerusform>%n آخر لم يُحكم عليه</numerusform>
        </translation>
    </message>
    <message>
        <source>in the file, and not named by it</source>
        <translation>في الملف ولا يذكره</translation>
    </message>
    <message>
        <source>differs: {algorithm} of the list {stated}, of the file {found}</source>
        <translation>يختلف: {algorithm} في القائمة {stated}، وللملف {found}</translation>
    </message>
    <message>
        <source>named, and not there</source>
        <translation>مذكور، وغير موجود</translation>
    </message>
    <message>
        <source>there already, and not compared</source>
        <translation>موجود من قبل، ولم يُقارَن</translation>
    </message>
    <message>
        <source>not named in the list</source>
        <translation>غير مذكور في القائمة</translation>
    </message>
    <message>
        <source>Lists of digests that came with the source</source>
        <translation>قوائم البصمات التي أتت مع المصدر</translation>
    </message>
    <message>
        <source>The folder to add</source>
        <translation>المجلد المراد إضافته</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>الانتهاء</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>المُعطى</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>المأخوذ</translation>
    </message>
    <message>
        <source>Same bytes</source>
        <translation>البايتات نفسها</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>موجود من قبل</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>List</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>قورنت في</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>المذكورة</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>المطابقة</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>المختلفة</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>الغائبة</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>لم تُقارن</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>كلها</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>غير المذكورة</translation>
    </message>
    <message>
        <source>{name}, according to the file</source>
        <translation>{name}، وفق الملف</translation>
    </message>
    <message>
        <source>Path in the source</source>
        <translation>المسار في المصدر</translation>
    </message>
    <message>
        <source>Changed, as the source says</source>
        <translation>عُدّل، بحسب المصدر</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>إلى النهاية</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>أُوقفت</translation>
    </message>
</context>
<context>
    <name>SpeakersForm</name>
    <message>
        <source>Mark</source>
        <translation>العلامة</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <source>Kind of turn</source>
        <translation>نوع المداخلة</translation>
    </message>
    <message>
        <source>Spoken in</source>
        <translation>لغة الكلام</translation>
    </message>
    <message>
        <source>without a mark</source>
        <translation>بلا علامة</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>لا مداخلات</numerusform>
            <numerusform>مداخلة واحدة</numerusform>
            <numerusform>مداخلتان</numerusform>
            <numerusform>%n مداخلات</numerusform>
            <numerusform>%n مداخلة</numerusform>
            <numerusform>%n مداخلة</numerusform>
        </translation>
    </message>
    <message>
        <source>{mark}: person</source>
        <translation>{mark}: الشخص</translation>
    </message>
    <message>
        <source>{mark}: kind of turn</source>
        <translation>{mark}: نوع المداخلة</translation>
    </message>
    <message>
        <source>{mark}: spoken in</source>
        <translation>{mark}: لغة الكلام</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split {one} and {other} again?</source>
        <translation>فصل {one} و{other} من جديد؟</translation>
    </message>
    <message>
        <source>This undoes exactly this merge. Whatever was entered since then stays with the record under which it was entered. The merge and this reason stay readable.</source>
        <translation>يلغي هذا هذا الدمج وحده. وما أُدخل منذ ذلك الحين يبقى مع السجل الذي أُدخل تحته. ويبقى الدمج وهذا السبب مقروءين.</translation>
    </message>
    <message>
        <source>&amp;Split again</source>
        <translation>&amp;فصل من جديد</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>THB Desktop</source>
        <translation>THB Desktop</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>ال&amp;مفاتيح</translation>
    </message>
    <message>
        <source>Se&amp;ttings</source>
        <translation>الإ&amp;عدادات</translation>
    </message>
    <message>
        <source>Close without the recovery code?</source>
        <translation>الإغلاق من دون رمز الاسترداد؟</translation>
    </message>
    <message>
        <source>It has not been typed back yet, and it is never shown again. Without it, nobody can open this vault if the passphrase is lost.</source>
        <translation>لم تُعَد كتابته بعد، ولن يُعرض ثانيةً أبدًا. ومن دونه يؤدي فقدان عبارة المرور إلى إغلاق هذه الخزنة إلى الأبد.</translation>
    </message>
    <message>
        <source>Close &amp;without it</source>
        <translation>الإغلاق من د&amp;ونه</translation>
    </message>
    <message>
        <source>Testimony, evidence and custody in cases of trafficking in human beings.</source>
        <translation>الشهادات والأدلة والحيازة في قضايا الاتجار بالبشر.</translation>
    </message>
    <message>
        <source>Everything stays on this computer, encrypted in your vault. Nothing goes over a network.</source>
        <translation>كل شيء يبقى على هذا الحاسوب، مشفرًا في خزنتك. لا شيء يمر عبر شبكة.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>الإصدار {version}</translation>
    </message>
    <message>
        <source>Check a signed file…</source>
        <translation>فحص ملف موقّع…</translation>
    </message>
    <message>
        <source>Open a packet for an interpreter…</source>
        <translation>فتح رزمة لمترجم…</translation>
    </message>
</context>
<context>
    <name>StatementDialog</name>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;تصريح</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>لا بد من سبب. اكتب لماذا.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Vault of {office}</source>
        <translation>خزنة {office}</translation>
    </message>
    <message>
        <source>{name}, {role}</source>
        <translation>{name}، {role}</translation>
    </message>
    <message>
        <source>Short code {code}</source>
        <translation>الرمز القصير {code}</translation>
    </message>
    <message>
        <source>Checking the vault: {percent} %</source>
        <translation>جارٍ فحص الخزنة: {percent} %</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>جارٍ العمل…</translation>
    </message>
    <message>
        <source>Locks in {minutes}</source>
        <translation>القفل بعد {minutes}</translation>
    </message>
</context>
<context>
    <name>StoppableDialog</name>
    <message>
        <source>S&amp;top</source>
        <translation>إي&amp;قاف</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>StrengthMeter</name>
    <message>
        <source>Strength of the passphrase</source>
        <translation>قوة عبارة المرور</translation>
    </message>
</context>
<context>
    <name>StripDialog</name>
    <message>
        <source>Custody of {number}</source>
        <translation>حفظ {number}</translation>
    </message>
    <message>
        <source>&amp;Whole way</source>
        <translation>المسار &amp;كله</translation>
    </message>
    <message>
        <source>Go to the e&amp;vent</source>
        <translation>الانتقال إلى ال&amp;حدث</translation>
    </message>
    <message>
        <source>Points of the strip</source>
        <translation>نقاط المسار</translation>
    </message>
</context>
<context>
    <name>TakeInDialog</name>
    <message>
        <source>Import a file for job {number}</source>
        <translation>استلام ملف للعمل {number}</translation>
    </message>
    <message>
        <source>New words become versions of the linguist, typed by you and unsigned. Nothing is written before you say so.</source>
        <translation>تصبح الكلمات الجديدة صيغًا للّغوي، كتبتَها أنت وهي غير موقّعة. لا يُكتب شيء قبل موافقتك.</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>ملف…</translation>
    </message>
    <message>
        <source>File that came back</source>
        <translation>الملف العائد</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>المداخلة</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>في الملف</translation>
    </message>
    <message>
        <source>What the file would change</source>
        <translation>ما سيغيّره الملف</translation>
    </message>
    <message>
        <source>Choose the file that came back.</source>
        <translation>اختر الملف العائد.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>هنا الآن</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>استلام</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>The file is being compared…</source>
        <translation>جارٍ مقارنة الملف…</translation>
    </message>
    <message>
        <source>The versions are being written…</source>
        <translation>جارٍ كتابة الصيغ…</translation>
    </message>
    <message>
        <source>The file is refused. Nothing was written.</source>
        <translation>رُفض الملف. لم يُكتب شيء.</translation>
    </message>
    <message numerus="yes">
        <source>Refused for %n reason(s). Nothing is imported.</source>
        <translation>
            <numerusform>مرفوض بلا سبب. لا يُستلم شيء.</numerusform>
            <numerusform>مرفوض لسبب واحد. لا يُستلم شيء.</numerusform>
            <numerusform>مرفوض لسببين. لا يُستلم شيء.</numerusform>
            <numerusform>مرفوض لـ%n أسباب. لا يُستلم شيء.</numerusform>
            <numerusform>مرفوض لـ%n سببًا. لا يُستلم شيء.</numerusform>
            <numerusform>مرفوض لـ%n سبب. لا يُستلم شيء.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) with new words.</source>
        <translation>
            <numerusform>لا مداخلات بكلمات جديدة.</numerusform>
            <numerusform>مداخلة واحدة بكلمات جديدة.</numerusform>
            <numerusform>مداخلتان بكلمات جديدة.</numerusform>
            <numerusform>%n مداخلات بكلمات جديدة.</numerusform>
            <numerusform>%n مداخلة بكلمات جديدة.</numerusform>
            <numerusform>%n مداخلة بكلمات جديدة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) in the file.</source>
        <translation>
            <numerusform>لا مداخلات في الملف.</numerusform>
            <numerusform>مداخلة واحدة في الملف.</numerusform>
            <numerusform>مداخلتان في الملف.</numerusform>
            <numerusform>%n مداخلات في الملف.</numerusform>
            <numerusform>%n مداخلة في الملف.</numerusform>
            <numerusform>%n مداخلة في الملف.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file says what is here already.</source>
        <translation>ما في الملف موجود هنا.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>للنظر</translation>
    </message>
    <message>
        <source>Notes to be entered by hand: {notes}</source>
        <translation>ملاحظات تُدخل يدويًا: {notes}</translation>
    </message>
    <message>
        <source>New words</source>
        <translation>كلمات جديدة</translation>
    </message>
    <message>
        <source>Emptied: stays as it is</source>
        <translation>أُفرغ: يبقى كما هو</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>ملاحظة جديدة</translation>
    </message>
    <message>
        <source>Other state</source>
        <translation>حالة أخرى</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) written, unsigned until the linguist signs.</source>
        <translation>
            <numerusform>لم تُكتب صيغ.</numerusform>
            <numerusform>كُتبت صيغة واحدة، غير موقّعة حتى يوقّع اللغوي.</numerusform>
            <numerusform>كُتبت صيغتان، غير موقّعتين حتى يوقّع اللغوي.</numerusform>
            <numerusform>كُتبت %n صيغ، غير موقّعة حتى يوقّع اللغوي.</numerusform>
            <numerusform>كُتبت %n صيغة، غير موقّعة حتى يوقّع اللغوي.</numerusform>
            <numerusform>كُتبت %n صيغة، غير موقّعة حتى يوقّع اللغوي.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) have notes that you enter by hand.</source>
        <translation>
            <numerusform>لا مداخلات فيها ملاحظات تُدخلها يدويًا.</numerusform>
            <numerusform>مداخلة واحدة فيها ملاحظات تُدخلها يدويًا.</numerusform>
            <numerusform>مداخلتان فيها ملاحظات تُدخلها يدويًا.</numerusform>
            <numerusform>%n مداخلات فيها ملاحظات تُدخلها يدويًا.</numerusform>
            <numerusform>%n مداخلة فيها ملاحظات تُدخلها يدويًا.</numerusform>
            <numerusform>%n مداخلة فيها ملاحظات تُدخلها يدويًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>In the file, or why</source>
        <translation>في الملف، أو السبب</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Earlier words: stays as it is</source>
        <translation>كلمات سابقة: تبقى كما هي</translation>
    </message>
</context>
<context>
    <name>TakeOutDialog</name>
    <message>
        <source>Take this file out?</source>
        <translation>إخراج هذا الملف؟</translation>
    </message>
    <message>
        <source>It is written in clear to a new file outside the vault, read again, and recorded: in the event chain, as a custody event of the exhibit, and with its recipient in the log of consultations. For another State, make a bundle and a sealed package.</source>
        <translation>يُكتب من غير تعمية في ملف جديد خارج الخزنة، ثم يُقرأ من جديد ويُسجَّل: في سلسلة الأحداث، وحدثَ حيازة للدليل، ومع مستلمه في سجل الاطلاع. لدولة أخرى اصنع حزمة وطردا مختوما.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Take ou&amp;t</source>
        <translation>إ&amp;خراج</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>ا&amp;ستعراض…</translation>
    </message>
    <message>
        <source>New f&amp;ile</source>
        <translation>ملف &amp;جديد</translation>
    </message>
    <message>
        <source>The file is searched and written, and what was written is read again.</source>
        <translation>يُبحث في الملف ويُكتب، ثم يُقرأ ما كُتب من جديد.</translation>
    </message>
</context>
<context>
    <name>TakeOverDialog</name>
    <message>
        <source>Take over a statement from {name}</source>
        <translation>أخذ كشف من {name}</translation>
    </message>
    <message>
        <source>Look at the file first. Nothing is entered before you say so.</source>
        <translation>انظر إلى الملف أولًا. لا يُدخل شيء قبل أن تقول ذلك.</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>ال&amp;صيغة</translation>
    </message>
    <message>
        <source>&amp;Characters</source>
        <translation>ال&amp;محارف</translation>
    </message>
    <message>
        <source>as the file marks them</source>
        <translation>كما يحددها الملف</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>ال&amp;حساب</translation>
    </message>
    <message>
        <source>&amp;Statement in the file</source>
        <translation>ال&amp;كشف داخل الملف</translation>
    </message>
    <message>
        <source>&amp;Look at the file</source>
        <translation>ا&amp;نظر إلى الملف</translation>
    </message>
    <message>
        <source>&amp;Why it is the same</source>
        <translation>لما&amp;ذا هو نفسه</translation>
    </message>
    <message>
        <source>This stays as it is written, and a bundle prints it: it can be neither corrected nor masked. Name nobody here whose identity is sealed.</source>
        <translation>يبقى هذا كما كُتب ويُطبع في الملف المجمّع: لا يمكن تصحيحه ولا حجبه. لا تذكر هنا اسم أي شخص هويته مختومة.</translation>
    </message>
    <message>
        <source>Rows of the statement</source>
        <translation>صفوف الكشف</translation>
    </message>
    <message>
        <source>Nothing was looked at yet.</source>
        <translation>لم يُنظر إلى شيء بعد.</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;أخذ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>يرجى ملء هذا.</translation>
    </message>
    <message>
        <source>Choose the account. Add it to the case first if it is not there.</source>
        <translation>اختر الحساب. أضفه إلى القضية أولًا إن لم يكن فيها.</translation>
    </message>
    <message>
        <source>Write why it is the same account.</source>
        <translation>اكتب لماذا هو الحساب نفسه.</translation>
    </message>
    <message>
        <source>The rows are being entered…</source>
        <translation>جارٍ إدخال الصفوف…</translation>
    </message>
    <message>
        <source>camt.052, .053 or .054</source>
        <translation>camt.052 أو .053 أو .054</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Other party</source>
        <translation>الطرف المقابل</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>Place in the file</source>
        <translation>الموضع في الملف</translation>
    </message>
    <message>
        <source>Choose the format of the file.</source>
        <translation>اختر صيغة الملف.</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>جارٍ قراءة الملف…</translation>
    </message>
    <message numerus="yes">
        <source>Account in the file: {account}. %n row(s).</source>
        <translation>
            <numerusform>الحساب في الملف: {account}. لا صفوف.</numerusform>
            <numerusform>الحساب في الملف: {account}. صف واحد.</numerusform>
            <numerusform>الحساب في الملف: {account}. صفان.</numerusform>
            <numerusform>الحساب في الملف: {account}. %n صفوف.</numerusform>
            <numerusform>الحساب في الملف: {account}. %n صفًا.</numerusform>
            <numerusform>الحساب في الملف: {account}. %n صف.</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening balance {opening}, closing balance {closing} {currency}.</source>
        <translation>الرصيد الافتتاحي {opening}، الرصيد الختامي {closing} {currency}.</translation>
    </message>
    <message>
        <source>This statement was taken over before from the same file.</source>
        <translation>سبق أخذ هذا الكشف من الملف نفسه.</translation>
    </message>
    <message>
        <source>The balances agree with the rows.</source>
        <translation>الرصيدان متفقان مع الصفوف.</translation>
    </message>
    <message>
        <source>{number} was entered with its rows. It stands in the case, under Statements.</source>
        <translation>أُدخل {number} مع صفوفه. تجده في القضية تحت الكشوف.</translation>
    </message>
    <message>
        <source>No row could be read.</source>
        <translation>لم يمكن قراءة أي صف.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read, and are named with it.</source>
        <translation>
            <numerusform>لم يتعذر شيء.</numerusform>
            <numerusform>تعذرت قراءة صف واحد وهو مذكور معه.</numerusform>
            <numerusform>تعذرت قراءة صفين وهما مذكوران معه.</numerusform>
            <numerusform>تعذرت قراءة %n صفوف وهي مذكورة معه.</numerusform>
            <numerusform>تعذرت قراءة %n صفًا وهي مذكورة معه.</numerusform>
            <numerusform>تعذرت قراءة %n صف وهي مذكورة معه.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no code of a currency. Write its letters, for example EUR.</source>
        <translation>هذا ليس رمزا لعملة. اكتب حروفها، مثل EUR.</translation>
    </message>
    <message>
        <source>It is the same account, written in another way</source>
        <translation>هو الحساب نفسه، مكتوبًا بطريقة أخرى</translation>
    </message>
    <message>
        <source>Choose the account of the file, or say that it is the same.</source>
        <translation>اختر حساب الملف، أو قل إنه هو نفسه.</translation>
    </message>
    <message>
        <source>The file names the account {named}; {number} is {held}.</source>
        <translation>يذكر الملف الحساب {named}؛ و{number} هو {held}.</translation>
    </message>
    <message>
        <source>&amp;Number in the case</source>
        <translation>&amp;الرقم في القضية</translation>
    </message>
    <message>
        <source>Colu&amp;mns…</source>
        <translation>الأعم&amp;دة…</translation>
    </message>
</context>
<context>
    <name>TakingOverModel</name>
    <message>
        <source>The file of the exhibit stays as it is. Add a PDF or a picture of its pages to an exhibit, and take that over.</source>
        <translation>يبقى ملف الدليل كما هو. أضف إلى دليل ملف PDF أو صورة لصفحاته، وانقل منه.</translation>
    </message>
    <message>
        <source>The file of the exhibit stays as it is. Open a copy in a text program, choose there the encoding in which all letters are right, save it as UTF-8, and add it as an exhibit derived from this one.</source>
        <translation>يبقى ملف الدليل كما هو. افتح نسخة منه في محرر نصوص، واختر فيه الترميز الذي تظهر به كل الحروف صحيحة، واحفظها بترميز UTF-8، وأضفها كدليل مشتق من هذا الدليل.</translation>
    </message>
</context>
<context>
    <name>TakingOverParts</name>
    <message>
        <source>Page of the file</source>
        <translation>صفحة الملف</translation>
    </message>
    <message>
        <source>&amp;What the file says…</source>
        <translation>ما &amp;يذكره الملف…</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>الصفحة ال&amp;سابقة</translation>
    </message>
    <message>
        <source>Ne&amp;xt page</source>
        <translation>الصفحة &amp;التالية</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation>ا&amp;لأسطر</translation>
    </message>
    <message>
        <source>&amp;Strike out…</source>
        <translation>ش&amp;طب…</translation>
    </message>
    <message>
        <source>M&amp;end</source>
        <translation>ت&amp;صحيح</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>مداخلة</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Text taken over</source>
        <translation>النص المنقول</translation>
    </message>
    <message>
        <source>Nothing was taken over yet.</source>
        <translation>لم يُنقل شيء بعد.</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>question, answer</source>
        <translation>سؤال، جواب</translation>
    </message>
    <message>
        <source>next line</source>
        <translation>السطر التالي</translation>
    </message>
    <message>
        <source>one more</source>
        <translation>سطر آخر</translation>
    </message>
    <message>
        <source>in brackets</source>
        <translation>بين معقوفين</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>كل المفاتيح</translation>
    </message>
    <message>
        <source>List</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>الخطوة التالية</translation>
    </message>
    <message>
        <source>one less</source>
        <translation>سطر أقل</translation>
    </message>
</context>
<context>
    <name>TakingOverView</name>
    <message>
        <source>Statement made elsewhere</source>
        <translation>إفادة أُدلي بها في مكان آخر</translation>
    </message>
    <message numerus="yes">
        <source>The file (SHA-256 {digest}, %n page(s)) prevails over this text, which serves search, translation and anchors. It is never signed as the statement.</source>
        <translation>
            <numerusform>الملف (⁦SHA-256 {digest}⁩، %n صفحة) هو المعتمد لا هذا النص الذي يخدم البحث والترجمة والإحالة. ولا يوقَّع أبداً على أنه الإفادة.</numerusform>
            <numerusform>الملف (⁦SHA-256 {digest}⁩، صفحة واحدة) هو المعتمد لا هذا النص الذي يخدم البحث والترجمة والإحالة. ولا يوقَّع أبداً على أنه الإفادة.</numerusform>
            <numerusform>الملف (⁦SHA-256 {digest}⁩، صفحتان) هو المعتمد لا هذا النص الذي يخدم البحث والترجمة والإحالة. ولا يوقَّع أبداً على أنه الإفادة.</numerusform>
            <numerusform>الملف (⁦SHA-256 {digest}⁩، %n صفحات) هو المعتمد لا هذا النص الذي يخدم البحث والترجمة والإحالة. ولا يوقَّع أبداً على أنه الإفادة.</numerusform>
            <numerusform>الملف (⁦SHA-256 {digest}⁩، %n صفحة) هو المعتمد لا هذا النص الذي يخدم البحث والترجمة والإحالة. ولا يوقَّع أبداً على أنه الإفادة.</numerusform>
            <numerusform>الملف (⁦SHA-256 {digest}⁩، %n صفحة) هو المعتمد لا هذا النص الذي يخدم البحث والترجمة والإحالة. ولا يوقَّع أبداً على أنه الإفادة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>الصفحة {page} من {pages}</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) taken over</source>
        <translation>
            <numerusform>لم تُنقل أي مداخلة</numerusform>
            <numerusform>نُقلت مداخلة واحدة</numerusform>
            <numerusform>نُقلت مداخلتان</numerusform>
            <numerusform>نُقلت %n مداخلات</numerusform>
            <numerusform>نُقلت %n مداخلة</numerusform>
            <numerusform>نُقلت %n مداخلة</numerusform>
        </translation>
    </message>
    <message>
        <source>Turn being typed: {kind}</source>
        <translation>المداخلة قيد الكتابة: {kind}</translation>
    </message>
    <message>
        <source>Type the words of the page, or take its next line with Ctrl+↓</source>
        <translation>اكتب نص الصفحة، أو خذ سطرها التالي بالمفتاحين Ctrl+↓</translation>
    </message>
    <message>
        <source>being mended</source>
        <translation>قيد التصحيح</translation>
    </message>
    <message>
        <source>proposed, being mended</source>
        <translation>مقترحة، قيد التصحيح</translation>
    </message>
    <message>
        <source>The file has more than its text: {what}. Look at the file itself.</source>
        <translation>في الملف أكثر من نصه: {what}. انظر إلى الملف نفسه.</translation>
    </message>
    <message>
        <source>&amp;Keep this page</source>
        <translation>&amp;حفظ هذه الصفحة</translation>
    </message>
    <message>
        <source>Page &amp;compared</source>
        <translation>قو&amp;رنت الصفحة</translation>
    </message>
    <message>
        <source>Next page to &amp;compare</source>
        <translation>الصفحة التالية للمقا&amp;رنة</translation>
    </message>
    <message>
        <source>&amp;Finish the comparison</source>
        <translation>إن&amp;هاء المقارنة</translation>
    </message>
    <message>
        <source>A turn is typed and not kept. Keep it with Enter, or give it up with Esc.</source>
        <translation>كُتبت مداخلة ولم تُحفظ. احفظها بمفتاح Enter أو تخلَّ عنها بمفتاح Esc.</translation>
    </message>
    <message>
        <source>Strike out turn {number}?</source>
        <translation>شطب المداخلة {number}؟</translation>
    </message>
    <message>
        <source>It was taken over in error: it stays readable with your reason.</source>
        <translation>نُقلت خطأً: تبقى مقروءة مع السبب.</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>شطب</translation>
    </message>
    <message>
        <source>The file is read…</source>
        <translation>يُقرأ الملف…</translation>
    </message>
    <message numerus="yes">
        <source>Page of the file, %n line(s)</source>
        <translation>
            <numerusform>صفحة الملف، بلا أسطر</numerusform>
            <numerusform>صفحة الملف، سطر واحد</numerusform>
            <numerusform>صفحة الملف، سطران</numerusform>
            <numerusform>صفحة الملف، %n أسطر</numerusform>
            <numerusform>صفحة الملف، %n سطراً</numerusform>
            <numerusform>صفحة الملف، %n سطر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakingTranscript</name>
    <message numerus="yes">
        <source>%n turn(s) were added from the transcript. Read them.</source>
        <translation>
            <numerusform>لم تُضف أي مداخلة من التفريغ.</numerusform>
            <numerusform>أُضيفت مداخلة واحدة من التفريغ. اقرأها.</numerusform>
            <numerusform>أُضيفت مداخلتان من التفريغ. اقرأهما.</numerusform>
            <numerusform>أُضيفت %n مداخلات من التفريغ. اقرأها.</numerusform>
            <numerusform>أُضيفت %n مداخلة من التفريغ. اقرأها.</numerusform>
            <numerusform>أُضيفت %n مداخلة من التفريغ. اقرأها.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeFields</name>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Please write the time as {time}, or set it with {key}.</source>
        <translation>اكتب الوقت هكذا {time}، أو حدّده بالمفتاح {key}.</translation>
    </message>
    <message>
        <source>The end must be after the beginning, in the same file.</source>
        <translation>يجب أن تكون النهاية بعد البداية في الملف نفسه.</translation>
    </message>
    <message>
        <source>The recording ends at {time}.</source>
        <translation>ينتهي التسجيل عند {time}.</translation>
    </message>
</context>
<context>
    <name>TimeNoteDialog</name>
    <message>
        <source>Job of the linguist</source>
        <translation>عمل اللغوي</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>Please choose whose note it is.</source>
        <translation>يرجى اختيار صاحب الملاحظة.</translation>
    </message>
</context>
<context>
    <name>TimedNoting</name>
    <message>
        <source>This turn is no part of the job: nothing is noted at it.</source>
        <translation>هذه المداخلة ليست جزءًا من العمل: لا يُدوَّن عليها شيء.</translation>
    </message>
    <message>
        <source>There is no recording here at which something is noted.</source>
        <translation>لا يوجد هنا تسجيل تُدوَّن عليه ملاحظة.</translation>
    </message>
    <message>
        <source>Note at a time of the recording</source>
        <translation>ملاحظة عند وقت من التسجيل</translation>
    </message>
    <message>
        <source>The recording of this note is not here.</source>
        <translation>تسجيل هذه الملاحظة ليس هنا.</translation>
    </message>
</context>
<context>
    <name>Top</name>
    <message>
        <source>Hand &amp;back</source>
        <translation>ت&amp;سليم</translation>
    </message>
    <message>
        <source>&amp;Certify…</source>
        <translation>شهادة…</translation>
    </message>
    <message>
        <source>{case} · {source} into {target} · {purpose}</source>
        <translation>{case} · {source} إلى {target} · {purpose}</translation>
    </message>
    <message>
        <source>&amp;Sign my renderings</source>
        <translation>&amp;توقيع ترجماتي</translation>
    </message>
    <message>
        <source>&amp;Sign my renderings, {count} ready</source>
        <translation>&amp;توقيع ترجماتي، جاهز: {count}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Vault and user</source>
        <translation>الخزنة والمستخدم</translation>
    </message>
    <message>
        <source>Vault and user (Alt+V)</source>
        <translation>الخزنة والمستخدم (Alt+V)</translation>
    </message>
    <message>
        <source>No case yet</source>
        <translation>لا توجد قضية بعد</translation>
    </message>
    <message>
        <source>Fictional case</source>
        <translation>قضية خيالية</translation>
    </message>
</context>
<context>
    <name>TranscriptDialog</name>
    <message>
        <source>Take over a transcript</source>
        <translation>استلام نص مفرّغ</translation>
    </message>
    <message>
        <source>SRT, VTT, ELAN or plain text with marks of speakers. Its turns go behind those of the draft, all at once; you read and mend them there.</source>
        <translation>ملف SRT أو VTT أو ELAN أو نص عادي بعلامات المتحدثين. تأتي مداخلاته بعد مداخلات المسودة دفعة واحدة؛ وهناك تقرؤها وتصححها.</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>ملف…</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>نص مفرّغ</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>السطر</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>التسجيل</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>العلامة</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>للنظر</translation>
    </message>
    <message>
        <source>Turns of the transcript</source>
        <translation>مداخلات النص المفرّغ</translation>
    </message>
    <message>
        <source>Choose a transcript.</source>
        <translation>اختر نصًا مفرّغًا.</translation>
    </message>
    <message>
        <source>&amp;Take over all turns</source>
        <translation>استلام كل المداخلات</translation>
    </message>
    <message>
        <source>The &amp;words are</source>
        <translation>الكلمات هي</translation>
    </message>
    <message>
        <source>what was said itself, in its language</source>
        <translation>ما قيل نفسه، بلغته</translation>
    </message>
    <message>
        <source>what an interpreter said on the spot</source>
        <translation>ما قاله مترجم شفوي في الحال</translation>
    </message>
    <message>
        <source>&amp;Captured</source>
        <translation>طريقة التدوين</translation>
    </message>
    <message>
        <source>Rendered &amp;into</source>
        <translation>مترجمة إلى</translation>
    </message>
    <message>
        <source>&amp;Author of the rendering</source>
        <translation>صاحب الترجمة</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>The transcript is being read…</source>
        <translation>جارٍ قراءة النص المفرّغ…</translation>
    </message>
    <message>
        <source>The turns are being written…</source>
        <translation>جارٍ كتابة المداخلات…</translation>
    </message>
    <message>
        <source>Please say who this is, and how they spoke.</source>
        <translation>قل من هذا، وكيف تكلّم.</translation>
    </message>
    <message>
        <source>Please choose: the program does not guess it.</source>
        <translation>اختر من فضلك: البرنامج لا يخمّن ذلك.</translation>
    </message>
    <message>
        <source>Nobody is named</source>
        <translation>لا أحد مسمّى</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s), {encoding}.</source>
        <translation>
            <numerusform>لا مداخلات، {encoding}.</numerusform>
            <numerusform>مداخلة واحدة، {encoding}.</numerusform>
            <numerusform>مداخلتان، {encoding}.</numerusform>
            <numerusform>%n مداخلات، {encoding}.</numerusform>
            <numerusform>%n مداخلة، {encoding}.</numerusform>
            <numerusform>%n مداخلة، {encoding}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) to look at.</source>
        <translation>
            <numerusform>لا أسطر للنظر.</numerusform>
            <numerusform>سطر واحد للنظر.</numerusform>
            <numerusform>سطران للنظر.</numerusform>
            <numerusform>%n أسطر للنظر.</numerusform>
            <numerusform>%n سطرًا للنظر.</numerusform>
            <numerusform>%n سطر للنظر.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file has no turn.</source>
        <translation>ليس في الملف أي مداخلة.</translation>
    </message>
    <message>
        <source>The transcript has too many marks of speakers. Please correct them in the file.</source>
        <translation>في النص المفرّغ علامات متحدثين كثيرة جدًا. صحّحها في الملف من فضلك.</translation>
    </message>
    <message>
        <source>Times are o&amp;f</source>
        <translation>الأوقات &amp;من</translation>
    </message>
    <message>
        <source>none of the recordings: the times are left out</source>
        <translation>ليست من أي تسجيل: تُترك الأوقات</translation>
    </message>
</context>
<context>
    <name>TrialDialog</name>
    <message>
        <source>Test the restoration of a backup</source>
        <translation>اختبار استعادة نسخة احتياطية</translation>
    </message>
    <message>
        <source>A vault is restored from it in the folder that you name, encrypted as always, checked completely, and removed again. The outcome is recorded.</source>
        <translation>تُستعاد منها خزنة في المجلد الذي تذكره، مشفّرة كالعادة، وتُفحص كاملة ثم تُزال. وتُسجَّل النتيجة.</translation>
    </message>
    <message>
        <source>Folder of the &amp;backup</source>
        <translation>مجلد ال&amp;نسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>مجلد النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Fo&amp;lder for the test</source>
        <translation>م&amp;جلد الاختبار</translation>
    </message>
    <message>
        <source>Folder for the test, with room for a whole vault</source>
        <translation>مجلد للاختبار فيه متسع لخزنة كاملة</translation>
    </message>
    <message>
        <source>&amp;Test it</source>
        <translation>ا&amp;ختبار</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the backup</source>
        <translation>عبارة مرور النسخة الا&amp;حتياطية</translation>
    </message>
    <message>
        <source>Passphrase of the backup</source>
        <translation>عبارة مرور النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Please choose a folder.</source>
        <translation>اختر مجلدًا.</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>يُرجى كتابة عبارة المرور.</translation>
    </message>
</context>
<context>
    <name>TurnMenu</name>
    <message>
        <source>&amp;Change speaker, kind or language…</source>
        <translation>ت&amp;غيير المتكلم أو النوع أو اللغة…</translation>
    </message>
    <message>
        <source>&amp;Join with the next</source>
        <translation>&amp;ضم إلى التالية</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>أ&amp;على</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>أ&amp;سفل</translation>
    </message>
    <message>
        <source>&amp;Strike out…</source>
        <translation>ش&amp;طب…</translation>
    </message>
    <message>
        <source>&amp;Rendered by…</source>
        <translation>&amp;ترجمها…</translation>
    </message>
    <message>
        <source>Chec&amp;ked by the author…</source>
        <translation>را&amp;جعها صاحبها…</translation>
    </message>
    <message>
        <source>No rendition of this record is without an author.</source>
        <translation>لا ترجمة شفوية بلا صاحب في هذا المحضر.</translation>
    </message>
    <message>
        <source>No rendition of this record is a draft of a named author.</source>
        <translation>لا ترجمة في هذا المحضر هي مسودة لصاحب مسمّى.</translation>
    </message>
    <message>
        <source>Turn {number}</source>
        <translation>المداخلة {number}</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>{field}, {language}</source>
        <translation>{field}، {language}</translation>
    </message>
    <message>
        <source>as the engagement says</source>
        <translation>كما يذكر التكليف</translation>
    </message>
    <message>
        <source>Strike out turn {number}?</source>
        <translation>شطب المداخلة {number}؟</translation>
    </message>
    <message>
        <source>It was entered in error: it stays readable with your reason.</source>
        <translation>أُدخلت خطأً: تبقى مقروءة مع سببك.</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>شطب</translation>
    </message>
    <message>
        <source>The turn is split. Its rendition stands with the first half: cut from it what belongs to the second half, and put it there.</source>
        <translation>قُسمت المداخلة. بقي كلام المترجم مع النصف الأول: اقطع منه ما يخص النصف الثاني وضعه هناك.</translation>
    </message>
    <message>
        <source>Please choose the first of the two turns: the next one is joined to it.</source>
        <translation>يرجى اختيار المداخلة الأولى من الاثنتين: تُضم إليها التالية.</translation>
    </message>
</context>
<context>
    <name>TwoRecordsDialog</name>
    <message>
        <source>Kept</source>
        <translation>المحتفظ به</translation>
    </message>
    <message>
        <source>Shown under it</source>
        <translation>المعروض تحته</translation>
    </message>
    <message>
        <source>Both records</source>
        <translation>السجلان</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>الس&amp;بب</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>الصفات</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>الإفادات</translation>
    </message>
    <message>
        <source>Records of interviews</source>
        <translation>محاضر السماع</translation>
    </message>
    <message>
        <source>Sealed identity</source>
        <translation>هوية مختومة</translation>
    </message>
    <message>
        <source>yes, and it stays sealed with this record</source>
        <translation>نعم، وتبقى مختومة مع هذا السجل</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>لا بد من سبب. اكتب لماذا.</translation>
    </message>
    <message>
        <source>Choose the other record, and which of the two is kept.</source>
        <translation>اختر السجل الآخر، وأيّ السجلين يُحتفظ به.</translation>
    </message>
</context>
<context>
    <name>UnlockView</name>
    <message>
        <source>Unlock a vault</source>
        <translation>فتح خزنة</translation>
    </message>
    <message>
        <source>Folder of the vault</source>
        <translation>مجلد الخزنة</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>ت&amp;صفح…</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>الم&amp;جلد</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>ع&amp;بارة المرور</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>Recovery &amp;code</source>
        <translation>رمز الا&amp;سترداد</translation>
    </message>
    <message>
        <source>Deriving the key</source>
        <translation>اشتقاق المفتاح</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;فتح</translation>
    </message>
    <message>
        <source>&amp;Make a new vault</source>
        <translation>&amp;إنشاء خزنة جديدة</translation>
    </message>
    <message>
        <source>R&amp;estore a backup…</source>
        <translation>اس&amp;تعادة نسخة احتياطية…</translation>
    </message>
    <message>
        <source>Use recovery s&amp;hares…</source>
        <translation>استخدام &amp;حصص الاسترداد…</translation>
    </message>
    <message>
        <source>Type the code from the recovery sheet. Then choose a new passphrase.</source>
        <translation>اكتب الرمز من ورقة الاسترداد. ثم تأتي عبارة مرور جديدة.</translation>
    </message>
    <message>
        <source>Locked.</source>
        <translation>أُقفلت الخزنة.</translation>
    </message>
    <message>
        <source>What was being typed was NOT saved and must be typed again: {reason}.</source>
        <translation>ما كان يُكتب لم يُحفظ ويجب أن يُكتب من جديد: {reason}.</translation>
    </message>
    <message>
        <source>What was being typed was saved in the vault as a draft.</source>
        <translation>ما كان يُكتب محفوظ في الخزنة كمسودة.</translation>
    </message>
    <message>
        <source>The linguist handed back their work. Unlock the vault to look at it.</source>
        <translation>سلّم اللغوي عمله. افتح الخزنة للاطلاع عليه.</translation>
    </message>
    <message>
        <source>Use the passphra&amp;se</source>
        <translation>استخدم عبارة الم&amp;رور</translation>
    </message>
    <message>
        <source>Choose the folder of the vault and type your passphrase.</source>
        <translation>اختر مجلد الخزنة واكتب عبارة المرور.</translation>
    </message>
    <message>
        <source>Passphrase lo&amp;st?</source>
        <translation>هل ف&amp;قدت عبارة المرور؟</translation>
    </message>
    <message>
        <source>Without a ca&amp;rd</source>
        <translation>من دون بطاق&amp;ة</translation>
    </message>
    <message>
        <source>Si&amp;gn with a card…</source>
        <translation>التوقيع ببطاق&amp;ة…</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>يُرجى كتابة عبارة المرور.</translation>
    </message>
    <message>
        <source>Please type the recovery code.</source>
        <translation>يُرجى كتابة رمز الاسترداد.</translation>
    </message>
    <message>
        <source>Please choose the folder of the vault.</source>
        <translation>يُرجى اختيار مجلد الخزنة.</translation>
    </message>
</context>
<context>
    <name>UnlockViewModel</name>
    <message>
        <source>No card signs in your name yet. Unlock without it, and add the card under Office, Signing keys.</source>
        <translation>لا توقّع أي بطاقة باسمك بعد. افتح الخزنة من دونها، ثم اطلب ضمانها: المكتب، مفاتيح التوقيع.</translation>
    </message>
</context>
<context>
    <name>UnreadFiles</name>
    <message>
        <source>&amp;Read their words</source>
        <translation>اقرأ &amp;كلماتها</translation>
    </message>
    <message>
        <source>Stop &amp;reading</source>
        <translation>أوقف ال&amp;قراءة</translation>
    </message>
    <message numerus="yes">
        <source>More than %n files of this case were not read: their words are not searched.</source>
        <translation>
            <numerusform>أكثر من %n ملف من هذه القضية لم يُقرأ: لا يُبحث في كلماتها.</numerusform>
            <numerusform>أكثر من %n ملف من هذه القضية لم يُقرأ: لا يُبحث في كلماتها.</numerusform>
            <numerusform>أكثر من %n ملف من هذه القضية لم يُقرأ: لا يُبحث في كلماتها.</numerusform>
            <numerusform>أكثر من %n ملف من هذه القضية لم يُقرأ: لا يُبحث في كلماتها.</numerusform>
            <numerusform>أكثر من %n ملف من هذه القضية لم يُقرأ: لا يُبحث في كلماتها.</numerusform>
            <numerusform>أكثر من %n ملف من هذه القضية لم يُقرأ: لا يُبحث في كلماتها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files of this case were not read: their words are not searched.</source>
        <translation>
            <numerusform>لا ملف لم يُقرأ في هذه القضية.</numerusform>
            <numerusform>ملف واحد من هذه القضية لم يُقرأ: لا يُبحث في كلماته.</numerusform>
            <numerusform>ملفان من هذه القضية لم يُقرآ: لا يُبحث في كلماتهما.</numerusform>
            <numerusform>%n ملفات من هذه القضية لم تُقرأ: لا يُبحث في كلماتها.</numerusform>
            <numerusform>%n ملفًا من هذه القضية لم يُقرأ: لا يُبحث في كلماتها.</numerusform>
            <numerusform>%n ملف من هذه القضية لم يُقرأ: لا يُبحث في كلماتها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading file {done} of {total}.</source>
        <translation>يُقرأ الملف {done} من {total}.</translation>
    </message>
    <message numerus="yes">
        <source>%n files were read.</source>
        <translation>
            <numerusform>لم يُقرأ أي ملف.</numerusform>
            <numerusform>قُرئ ملف واحد.</numerusform>
            <numerusform>قُرئ ملفان.</numerusform>
            <numerusform>قُرئت %n ملفات.</numerusform>
            <numerusform>قُرئ %n ملفًا.</numerusform>
            <numerusform>قُرئ %n ملف.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were read in part: the rest is pictures, sound, or locked.</source>
        <translation>
            <numerusform>لم يُقرأ أي ملف جزئيًا.</numerusform>
            <numerusform>قُرئ ملف واحد جزئيًا: الباقي صور أو صوت أو مقفل.</numerusform>
            <numerusform>قُرئ ملفان جزئيًا: الباقي صور أو صوت أو مقفل.</numerusform>
            <numerusform>قُرئت %n ملفات جزئيًا: الباقي صور أو صوت أو مقفل.</numerusform>
            <numerusform>قُرئ %n ملفًا جزئيًا: الباقي صور أو صوت أو مقفل.</numerusform>
            <numerusform>قُرئ %n ملف جزئيًا: الباقي صور أو صوت أو مقفل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read.</source>
        <translation>
            <numerusform>لم يتعذر شيء.</numerusform>
            <numerusform>تعذرت قراءة ملف واحد.</numerusform>
            <numerusform>تعذرت قراءة ملفين.</numerusform>
            <numerusform>تعذرت قراءة %n ملفات.</numerusform>
            <numerusform>تعذرت قراءة %n ملفًا.</numerusform>
            <numerusform>تعذرت قراءة %n ملف.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictDialog</name>
    <message>
        <source>Dispute turn {turn}</source>
        <translation>الاعتراض على المداخلة {turn}</translation>
    </message>
    <message>
        <source>Agree with turn {turn}</source>
        <translation>الموافقة على المداخلة {turn}</translation>
    </message>
    <message>
        <source>Another linguist than the author says what they think of this version, and signs it. Their last word counts.</source>
        <translation>يقول لغوي غير المؤلف رأيه في هذه الصيغة ويوقعه. والعبرة بقوله الأخير.</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>المؤلف</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>&amp;Second linguist</source>
        <translation>اللغوي الثاني</translation>
    </message>
    <message>
        <source>Their own &amp;version</source>
        <translation>صيغته هو</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>&amp;Keep the dispute</source>
        <translation>إبقاء الاعتراض</translation>
    </message>
    <message>
        <source>&amp;Agree</source>
        <translation>موافقة</translation>
    </message>
    <message>
        <source>No other linguist of this case is a user of this vault.</source>
        <translation>لا لغوي آخر في هذا الملف مستخدم لهذه الخزنة.</translation>
    </message>
    <message>
        <source>Please choose who revises.</source>
        <translation>يرجى اختيار من يراجع.</translation>
    </message>
    <message>
        <source>A dispute needs a version of one&apos;s own.</source>
        <translation>الاعتراض يحتاج إلى صيغة خاصة.</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>السبب لازم. يرجى كتابة السبب.</translation>
    </message>
    <message>
        <source>These are the words of the version: change them, or agree.</source>
        <translation>هذه كلمات الصيغة نفسها: غيّرها أو وافق عليها.</translation>
    </message>
</context>
<context>
    <name>VersionPart</name>
    <message>
        <source>Versi&amp;on for a recipient</source>
        <translation>نسخة لمستلم</translation>
    </message>
    <message>
        <source>&amp;Draw up…</source>
        <translation>إعداد…</translation>
    </message>
    <message>
        <source>Mask &amp;words…</source>
        <translation>حجب كلمات…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Mask &amp;files…</source>
        <translation>الحجب في ال&amp;ملفات…</translation>
    </message>
</context>
<context>
    <name>ViewerView</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;رجوع</translation>
    </message>
    <message>
        <source>F&amp;ind…</source>
        <translation>ب&amp;حث…</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>عرض الملف</translation>
    </message>
    <message>
        <source>Coding of the text</source>
        <translation>ترميز النص</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>الورقة</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>محتوى الملف</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>يُقرأ الملف…</translation>
    </message>
    <message>
        <source>The file asks for what is not given to it: {what}.</source>
        <translation>يطلب الملف ما لا يُعطى له: {what}.</translation>
    </message>
    <message>
        <source>The first {shown} of {count} lines are shown. Take the file out to see the rest.</source>
        <translation>تُعرض أول {shown} سطر من {count}. أخرج الملف لرؤية الباقي.</translation>
    </message>
    <message>
        <source>This has no text.</source>
        <translation>لا نص هنا.</translation>
    </message>
    <message>
        <source>The words of the file, without its form</source>
        <translation>كلمات الملف من غير شكله</translation>
    </message>
    <message>
        <source>{coding}: a guess, the file does not say</source>
        <translation>{coding}: تخمين، لا يقول الملف ذلك</translation>
    </message>
    <message>
        <source>Coding: {coding}</source>
        <translation>الترميز: {coding}</translation>
    </message>
    <message>
        <source>A recording within a file is not played.</source>
        <translation>لا يُشغَّل تسجيل داخل ملف.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>الملف فارغ.</translation>
    </message>
    <message>
        <source>{what}: the bytes are shown.</source>
        <translation>{what}: تُعرض البايتات.</translation>
    </message>
</context>
<context>
    <name>WaitingLine</name>
    <message>
        <source>Answer…</source>
        <translation>رد…</translation>
    </message>
    <message>
        <source>Read what is sealed…</source>
        <translation>قراءة المختوم…</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) of linguists wait for an answer.</source>
        <translation>
            <numerusform>لا سؤال من اللغويين ينتظر ردا.</numerusform>
            <numerusform>سؤال واحد من لغوي ينتظر ردا.</numerusform>
            <numerusform>سؤالان من اللغويين ينتظران ردا.</numerusform>
            <numerusform>%n أسئلة من اللغويين تنتظر ردا.</numerusform>
            <numerusform>%n سؤالا من اللغويين ينتظر ردا.</numerusform>
            <numerusform>%n سؤال من اللغويين ينتظر ردا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>الاطلاع عليه…</translation>
    </message>
    <message numerus="yes">
        <source>Work that %n linguist(s) handed back is not merged.</source>
        <translation>
            <numerusform>لا عمل سُلّم ولم يُضم.</numerusform>
            <numerusform>لم يُضم العمل الذي سلّمه لغوي واحد.</numerusform>
            <numerusform>لم يُضم العمل الذي سلّمه لغويان.</numerusform>
            <numerusform>لم يُضم العمل الذي سلّمه %n لغويين.</numerusform>
            <numerusform>لم يُضم العمل الذي سلّمه %n لغويًا.</numerusform>
            <numerusform>لم يُضم العمل الذي سلّمه %n لغوي.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sealed message(s) wait for a magistrate.</source>
        <translation>
            <numerusform>لا رسالة مختومة تنتظر قاضيا.</numerusform>
            <numerusform>رسالة مختومة واحدة تنتظر قاضيا.</numerusform>
            <numerusform>رسالتان مختومتان تنتظران قاضيا.</numerusform>
            <numerusform>%n رسائل مختومة تنتظر قاضيا.</numerusform>
            <numerusform>%n رسالة مختومة تنتظر قاضيا.</numerusform>
            <numerusform>%n رسالة مختومة تنتظر قاضيا.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Place in the recording</source>
        <translation>الموضع في التسجيل</translation>
    </message>
    <message>
        <source>{time} of {whole}</source>
        <translation>{time} من {whole}</translation>
    </message>
</context>
<context>
    <name>WindowNotices</name>
    <message>
        <source>Event chain broken</source>
        <translation>سلسلة الأحداث مكسورة</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) at unlocking</source>
        <translation>
            <numerusform>لا ملاحظات عند الفتح</numerusform>
            <numerusform>ملاحظة واحدة عند الفتح</numerusform>
            <numerusform>ملاحظتان عند الفتح</numerusform>
            <numerusform>%n ملاحظات عند الفتح</numerusform>
            <numerusform>%n ملاحظة عند الفتح</numerusform>
            <numerusform>%n ملاحظة عند الفتح</numerusform>
        </translation>
    </message>
    <message>
        <source>Event chain checked</source>
        <translation>تم فحص سلسلة الأحداث</translation>
    </message>
    <message>
        <source>Until everything is checked you can read, and what you type is kept as a draft. What is to be recorded or signed waits.</source>
        <translation>إلى أن يُفحص كل شيء يمكنك القراءة، ويُحفظ ما تكتبه كمسودة. أما ما يجب تسجيله أو توقيعه فينتظر.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>جارٍ الفحص…</translation>
    </message>
    <message>
        <source>Memory may reach the disk</source>
        <translation>قد تصل الذاكرة إلى القرص</translation>
    </message>
    <message>
        <source>Your recovery code was never typed back, so nobody knows whether it is on paper. Make a new one under Office, Keys and recovery.</source>
        <translation>لم تُعَد كتابة رمز الاسترداد قط، فلا أحد يعلم هل هو على ورق. أنشئ رمزًا جديدًا في المكتب، المفاتيح والاسترداد.</translation>
    </message>
    <message>
        <source>Code not on paper</source>
        <translation>الرمز ليس على ورق</translation>
    </message>
    <message>
        <source>What you typed was saved as a draft. It is shown again when you open the form.</source>
        <translation>ما كتبتَه محفوظ، وسيُعرض من جديد عند فتح النموذج.</translation>
    </message>
    <message>
        <source>Look at what ca&amp;me back…</source>
        <translation>الاطلاع على &amp;ما سُلّم…</translation>
    </message>
    <message>
        <source>&amp;Go back there</source>
        <translation>ال&amp;عودة إليه</translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Withdraw version {number} of turn {turn}?</source>
        <translation>سحب الصيغة {number} من المداخلة {turn}؟</translation>
    </message>
    <message>
        <source>Its author takes it back. It stays readable, and no earlier version takes its place: the next one does.</source>
        <translation>يسحبها مؤلفها. تبقى مقروءة، ولا تحل محلها صيغة سابقة بل التالية.</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>المؤلف</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>The confirmation stays on record, with who withdrew it and why. It no longer counts.</source>
        <translation>يبقى التأكيد مدوّنًا مع من سحبه ولماذا، ولا يُحتسب بعد ذلك.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>A reason is needed. Please write why.</source>
        <translation>السبب لازم. يرجى كتابة السبب.</translation>
    </message>
    <message>
        <source>Withdraw a confirmation</source>
        <translation>سحب تأكيد</translation>
    </message>
    <message>
        <source>Please write why.</source>
        <translation>يرجى كتابة السبب.</translation>
    </message>
</context>
<context>
    <name>WordingDialog</name>
    <message>
        <source>New wording</source>
        <translation>نص جديد</translation>
    </message>
    <message>
        <source>Next version of {name}</source>
        <translation>النسخة التالية من {name}</translation>
    </message>
    <message>
        <source>Words in braces are filled in for each certificate. Of a translation: {places}. Of the interpreting in an interview: {interpreting}. What the linguist completes by hand stands as {gap}.</source>
        <translation>تُملأ الكلمات بين الأقواس المعقوفة لكل شهادة. في الترجمة: {places}. وفي الترجمة الشفوية أثناء السماع: {interpreting}. وما يكمله اللغوي بيده يظهر بصورة {gap}.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Fill in the neutral &amp;draft of this program</source>
        <translation>ملء المسودة المحايدة لهذا البرنامج</translation>
    </message>
    <message>
        <source>Fill in the neutral draft for an &amp;interpreter</source>
        <translation>ملء المسودة المحايدة لمترجم شفوي</translation>
    </message>
    <message>
        <source>&amp;This is the official formula of the office</source>
        <translation>هذه هي الصيغة الرسمية للمكتب</translation>
    </message>
    <message>
        <source>&amp;Enter it</source>
        <translation>إدخال</translation>
    </message>
    <message>
        <source>Please name the wording.</source>
        <translation>يرجى تسمية النص.</translation>
    </message>
    <message>
        <source>Please choose a language.</source>
        <translation>يرجى اختيار لغة.</translation>
    </message>
    <message>
        <source>Every certificate needs this.</source>
        <translation>تحتاج إليه كل شهادة.</translation>
    </message>
    <message>
        <source>This is a neutral draft and no official formula. Change it as your law asks.</source>
        <translation>هذه مسودة محايدة وليست صيغة رسمية. غيرها كما يطلب قانونكم.</translation>
    </message>
</context>
<context>
    <name>WordingTexts</name>
    <message>
        <source>Every word below is signed. What the program does not know stands as {gap}: write it. An empty element is left out where the law allows it.</source>
        <translation>كل كلمة أدناه تُوقَّع. ما لا يعرفه البرنامج مكتوب {gap}: اكتبه. ويُترك العنصر الفارغ حيث يسمح القانون.</translation>
    </message>
    <message>
        <source>Written before, and no part of the certificate:</source>
        <translation>كُتب من قبل، وليس جزءًا من الشهادة:</translation>
    </message>
</context>
<context>
    <name>WordingsDialog</name>
    <message>
        <source>Wordings of certificates</source>
        <translation>نصوص الشهادات</translation>
    </message>
    <message>
        <source>A change is the next version; certificates that are given keep the wording that they have.</source>
        <translation>التغيير نسخة تالية؛ والشهادات المعطاة تحتفظ بنصها.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>أُدخل في</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>ما هو</translation>
    </message>
    <message>
        <source>Wordings</source>
        <translation>النصوص</translation>
    </message>
    <message>
        <source>There is no wording yet. Enter the first one below.</source>
        <translation>لا نص بعد. أدخل الأول أدناه.</translation>
    </message>
    <message>
        <source>Next &amp;version…</source>
        <translation>النسخة التالية…</translation>
    </message>
    <message>
        <source>&amp;New wording…</source>
        <translation>نص جديد…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Formula of the office</source>
        <translation>صيغة المكتب</translation>
    </message>
    <message>
        <source>No official formula</source>
        <translation>ليست صيغة رسمية</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Words of the claims</source>
        <translation>ألفاظ الإفادات</translation>
    </message>
    <message>
        <source>Nobody can read these words. Enter them again: Correct the words…</source>
        <translation>لا يستطيع أحد قراءة هذه الألفاظ. أدخلها من جديد: تصحيح الألفاظ…</translation>
    </message>
</context>
<context>
    <name>WorkPanel</name>
    <message>
        <source>Numbers, dates, names</source>
        <translation>الأرقام والتواريخ والأسماء</translation>
    </message>
    <message>
        <source>next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>as said, because…</source>
        <translation>كما قيل، لأن…</translation>
    </message>
    <message>
        <source>From this case</source>
        <translation>من هذه القضية</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>المصطلحات</translation>
    </message>
    <message>
        <source>Notes and doubts</source>
        <translation>الملاحظات والشكوك</translation>
    </message>
    <message>
        <source>St&amp;rike out…</source>
        <translation>شطب…</translation>
    </message>
    <message>
        <source>Asked of the judge</source>
        <translation>سؤال إلى القاضي</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} للنظر</translation>
    </message>
    <message>
        <source>{percent} % alike</source>
        <translation>تشابه {percent} %</translation>
    </message>
    <message>
        <source>no term yet</source>
        <translation>لا مصطلح بعد</translation>
    </message>
    <message>
        <source>{percent} %, {job}, {name}, {at}, {state}</source>
        <translation>{percent} %، {job}، {name}، {at}، {state}</translation>
    </message>
    <message>
        <source>another linguist</source>
        <translation>لغوي آخر</translation>
    </message>
    <message>
        <source>take</source>
        <translation>أخذ</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} دون جواب</translation>
    </message>
    <message>
        <source>Take the question back…</source>
        <translation>سحب السؤال…</translation>
    </message>
    <message>
        <source>since {at}; it needs an answer before a certificate</source>
        <translation>منذ {at}؛ يلزم جواب قبل الشهادة</translation>
    </message>
    <message>
        <source>Answer of {at}: {text}</source>
        <translation>جواب {at}: {text}</translation>
    </message>
    <message>
        <source>Pla&amp;ce again…</source>
        <translation>وضع من ج&amp;ديد…</translation>
    </message>
    <message>
        <source>To be placed again: at an earlier wording, neither signed nor printed with this one.</source>
        <translation>تُوضع من جديد: هي عند صياغة سابقة، فلا تُوقَّع ولا تُطبع مع هذه.</translation>
    </message>
    <message>
        <source>Play it</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Signed all the same: {reason}</source>
        <translation>وُقّع رغم ذلك: {reason}</translation>
    </message>
</context>
<context>
    <name>WorkRows</name>
    <message>
        <source>As it was said</source>
        <translation>كما قيل</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>مشطوب</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>مكتوب</translation>
    </message>
    <message>
        <source>Untouched</source>
        <translation>لم تُمس</translation>
    </message>
    <message>
        <source>{author}, typed by {typist}</source>
        <translation>{author}، كتبه {typist}</translation>
    </message>
    <message>
        <source>another job</source>
        <translation>عمل آخر</translation>
    </message>
    <message>
        <source>State, notes</source>
        <translation>الحالة والملاحظات</translation>
    </message>
</context>
<context>
    <name>_ArrivalPart</name>
    <message>
        <source>&amp;Number of the exhibit that holds it</source>
        <translation>&amp;رقم الدليل الذي يحويه</translation>
    </message>
    <message>
        <source>Received b&amp;y</source>
        <translation>المست&amp;لم</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>Recei&amp;ved on</source>
        <translation>و&amp;قت الاستلام</translation>
    </message>
    <message>
        <source>Pl&amp;ace</source>
        <translation>الم&amp;كان</translation>
    </message>
    <message>
        <source>Reason for the &amp;delay</source>
        <translation>س&amp;بب التأخير</translation>
    </message>
    <message>
        <source>Only if it was received more than a day ago</source>
        <translation>فقط إن استُلم قبل أكثر من يوم</translation>
    </message>
    <message>
        <source>E&amp;xhibits that are imported</source>
        <translation>الأ&amp;دلة التي تُستورد</translation>
    </message>
    <message>
        <source>A&amp;ll that came</source>
        <translation>&amp;جميع ما وصل</translation>
    </message>
    <message>
        <source>Please choose who received it.</source>
        <translation>يرجى اختيار من استلمه.</translation>
    </message>
    <message>
        <source>This case has no official yet. Enter who received it: page Cases, section Officials.</source>
        <translation>ليس في هذه القضية موظف بعد. أدخل من تسلّمها: صفحة القضايا، قسم الموظفون.</translation>
    </message>
    <message>
        <source>files did not come</source>
        <translation>ملفات لم تصل</translation>
    </message>
    <message>
        <source>Answers the re&amp;quest</source>
        <translation>يجيب عن ال&amp;طلب</translation>
    </message>
    <message>
        <source>None is chosen</source>
        <translation>لم يُختر أي طلب</translation>
    </message>
    <message>
        <source>&amp;Why it is refused</source>
        <translation>لما&amp;ذا يُرفض</translation>
    </message>
    <message>
        <source>{request} (named in the package)</source>
        <translation>{request} (مذكور في الحزمة)</translation>
    </message>
</context>
<context>
    <name>_DataField</name>
    <message>
        <source>Folder with data for later checks</source>
        <translation>مجلد بيانات للتحقق لاحقاً</translation>
    </message>
    <message>
        <source>Revocation lists, OCSP answers: for B-LT</source>
        <translation>قوائم إبطال وأجوبة OCSP للمستوى B-LT</translation>
    </message>
    <message>
        <source>There is no folder of this name.</source>
        <translation>لا يوجد مجلد بهذا الاسم.</translation>
    </message>
</context>
<context>
    <name>_KeyField</name>
    <message>
        <source>Press the new key</source>
        <translation>اضغط المفتاح الجديد</translation>
    </message>
</context>
<context>
    <name>accounts</name>
    <message>
        <source>{statement}: the file names the account {named}. {who} said on {when} that it is {account}, then entered as {then}: {because}</source>
        <translation>{statement}: يسمّي الملف الحساب {named}. صرّح {who} بتاريخ {when} بأنه {account}، وكان حينها مدخلًا بصيغة {then}: {because}</translation>
    </message>
    <message>
        <source>The statement was struck out.</source>
        <translation>شُطب الكشف.</translation>
    </message>
</context>
<context>
    <name>act</name>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>Needed if it was more than a day ago</source>
        <translation>مطلوب إذا مضى عليه أكثر من يوم</translation>
    </message>
</context>
<context>
    <name>action_day</name>
    <message>
        <source>Team</source>
        <translation>الفريق</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Begins there</source>
        <translation>البداية هناك</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>الممنوحة</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>المستعملة</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>الملغاة</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>لا هذا ولا ذاك</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>As seen</source>
        <translation>كما شوهد</translation>
    </message>
</context>
<context>
    <name>ads</name>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>نُشر</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>الصور</translation>
    </message>
</context>
<context>
    <name>board</name>
    <message>
        <source>Wave</source>
        <translation>الموجة</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>States</source>
        <translation>الدول</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Next deadline</source>
        <translation>الأجل التالي</translation>
    </message>
    <message>
        <source>Answers and links</source>
        <translation>الأجوبة والروابط</translation>
    </message>
    <message>
        <source>Last sent or received</source>
        <translation>آخر إرسال أو استلام</translation>
    </message>
    <message>
        <source>received</source>
        <translation>استُلم</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>أُرسل</translation>
    </message>
</context>
<context>
    <name>booking</name>
    <message>
        <source>{day}, value date</source>
        <translation>{day}، تاريخ القيمة</translation>
    </message>
    <message>
        <source>{words}: not counted</source>
        <translation>{words}: غير محتسبة</translation>
    </message>
    <message>
        <source>{words}: counted</source>
        <translation>{words}: محتسبة</translation>
    </message>
    <message numerus="yes">
        <source>Not counted, because only announced or rejected: %n transaction(s).</source>
        <translation>
            <numerusform>احتُسبت المعاملات كلها.</numerusform>
            <numerusform>لم تُحتسب معاملة واحدة لأنها معلنة فقط أو رُفضت.</numerusform>
            <numerusform>لم تُحتسب معاملتان لأنهما معلنتان فقط أو رُفضتا.</numerusform>
            <numerusform>لم تُحتسب %n معاملات لأنها معلنة فقط أو رُفضت.</numerusform>
            <numerusform>لم تُحتسب %n معاملة لأنها معلنة فقط أو رُفضت.</numerusform>
            <numerusform>لم تُحتسب %n معاملة لأنها معلنة فقط أو رُفضت.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not counted: %n transaction(s) whose status the bank states in its own words ({words}).</source>
        <translation>
            <numerusform>لم تُترك معاملة يذكر المصرف حالتها بعبارته ({words}).</numerusform>
            <numerusform>لم تُحتسب معاملة واحدة يذكر المصرف حالتها بعبارته ({words}).</numerusform>
            <numerusform>لم تُحتسب معاملتان يذكر المصرف حالتهما بعبارته ({words}).</numerusform>
            <numerusform>لم تُحتسب %n معاملات يذكر المصرف حالتها بعبارته ({words}).</numerusform>
            <numerusform>لم تُحتسب %n معاملة يذكر المصرف حالتها بعبارته ({words}).</numerusform>
            <numerusform>لم تُحتسب %n معاملة يذكر المصرف حالتها بعبارته ({words}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted: %n transaction(s) whose status the bank states in its own words ({words}).</source>
        <translation>
            <numerusform>لم تُحتسب معاملة يذكر المصرف حالتها بعبارته ({words}).</numerusform>
            <numerusform>احتُسبت معاملة واحدة يذكر المصرف حالتها بعبارته ({words}).</numerusform>
            <numerusform>احتُسبت معاملتان يذكر المصرف حالتهما بعبارته ({words}).</numerusform>
            <numerusform>احتُسبت %n معاملات يذكر المصرف حالتها بعبارته ({words}).</numerusform>
            <numerusform>احتُسبت %n معاملة يذكر المصرف حالتها بعبارته ({words}).</numerusform>
            <numerusform>احتُسبت %n معاملة يذكر المصرف حالتها بعبارته ({words}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted without a stated status: %n transaction(s).</source>
        <translation>
            <numerusform>لا معاملة محتسبة دون حالة مذكورة.</numerusform>
            <numerusform>احتُسبت معاملة واحدة دون حالة مذكورة.</numerusform>
            <numerusform>احتُسبت معاملتان دون حالة مذكورة.</numerusform>
            <numerusform>احتُسبت %n معاملات دون حالة مذكورة.</numerusform>
            <numerusform>احتُسبت %n معاملة دون حالة مذكورة.</numerusform>
            <numerusform>احتُسبت %n معاملة دون حالة مذكورة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n transaction(s) the value date alone is known; it stands for the day.</source>
        <translation>
            <numerusform>تاريخ كل معاملة معروف.</numerusform>
            <numerusform>لا يُعرف من معاملة واحدة إلا تاريخ القيمة، وهو يقوم مقام اليوم.</numerusform>
            <numerusform>لا يُعرف من معاملتين إلا تاريخ القيمة، وهو يقوم مقام اليوم.</numerusform>
            <numerusform>لا يُعرف من %n معاملات إلا تاريخ القيمة، وهو يقوم مقام اليوم.</numerusform>
            <numerusform>لا يُعرف من %n معاملة إلا تاريخ القيمة، وهو يقوم مقام اليوم.</numerusform>
            <numerusform>لا يُعرف من %n معاملة إلا تاريخ القيمة، وهو يقوم مقام اليوم.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>brought</name>
    <message>
        <source>Certificates</source>
        <translation>الشهادات</translation>
    </message>
    <message>
        <source>Disputed by the reviser</source>
        <translation>اعترض عليها المراجع</translation>
    </message>
    <message>
        <source>Agreed by the reviser</source>
        <translation>وافق عليها المراجع</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>الصيغ</translation>
    </message>
    <message>
        <source>Signed as checked</source>
        <translation>موقّعة بعد التدقيق</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>مسحوبة</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>الأسئلة</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>مفاهيم</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>المصطلحات</translation>
    </message>
    <message>
        <source>Sealed for the magistrates</source>
        <translation>مختومة للقضاة</translation>
    </message>
    <message>
        <source>Declarations</source>
        <translation>التصريحات</translation>
    </message>
</context>
<context>
    <name>bugs</name>
    <message>
        <source>Something went wrong</source>
        <translation>حدث خطأ</translation>
    </message>
    <message>
        <source>The program made a mistake. What was saved is safe. Please report this code: {code}</source>
        <translation>أخطأ البرنامج. ما حُفظ في أمان. يرجى الإبلاغ عن هذا الرمز: {code}</translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message>
        <source>New case</source>
        <translation>قضية جديدة</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>فتح القضية</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Correct the identity of {person}</source>
        <translation>تصحيح هوية {person}</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <source>Enter the identity of {person} again</source>
        <translation>إدخال هوية {person} من جديد</translation>
    </message>
    <message>
        <source>Nobody can read what is sealed of this person. What you enter here takes its place, and what was sealed is kept beside it as it was. The history says that it could not be read.</source>
        <translation>لا يستطيع أحد قراءة ما خُتم عن هذا الشخص. ما تُدخله هنا يحل محله، ويُحفظ ما خُتم إلى جانبه كما كان. ويقول السجل إنه تعذرت قراءته.</translation>
    </message>
    <message>
        <source>The former value stays readable, with the reason.</source>
        <translation>تبقى القيمة السابقة مقروءة مع السبب.</translation>
    </message>
    <message>
        <source>It is sealed separately from the case file, and shown only for a stated reason.</source>
        <translation>تُختم بمعزل عن الملف ولا تُعرض إلا لسبب.</translation>
    </message>
    <message>
        <source>Identity of {person}</source>
        <translation>هوية {person}</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>الختم</translation>
    </message>
</context>
<context>
    <name>certify</name>
    <message>
        <source>Turn</source>
        <translation>المداخلة</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>الترجمة</translation>
    </message>
    <message>
        <source>What is certified</source>
        <translation>ما يُصدَّق عليه</translation>
    </message>
    <message>
        <source>Neutral draft of the program, {language}</source>
        <translation>المسودة المحايدة للبرنامج، {language}</translation>
    </message>
    <message>
        <source>{name}, {language}, version {number}</source>
        <translation>{name}، {language}، الإصدار {number}</translation>
    </message>
    <message>
        <source>{wording} (no official formula)</source>
        <translation>{wording} (ليست صيغة رسمية)</translation>
    </message>
    <message>
        <source>It is certified. It comes into the vault when it is handed back and merged.</source>
        <translation>تمت الشهادة. تدخل الخزنة عند إعادتها ودمجها.</translation>
    </message>
    <message>
        <source>Certify the translation</source>
        <translation>الشهادة على الترجمة</translation>
    </message>
    <message>
        <source>One signature covers the last version of every turn, with its notes.</source>
        <translation>يشمل توقيع واحد آخر صيغة من كل مداخلة مع ملاحظاتها.</translation>
    </message>
    <message>
        <source>{name} certifies job {number}</source>
        <translation>{name} يصادق على العمل {number}</translation>
    </message>
    <message>
        <source>One signature covers the last version of every turn, with its notes. It is made with the key that your passphrase opens; a card or a key file signs at the desk of the office.</source>
        <translation>توقيع واحد يشمل آخر صيغة لكل مداخلة مع ملاحظاتها. يُنجز بالمفتاح الذي تفتحه عبارة مرورك؛ أما البطاقة أو ملف المفتاح فيوقّعان في مكتب القضاء.</translation>
    </message>
</context>
<context>
    <name>checking</name>
    <message>
        <source>Valid</source>
        <translation>صالح</translation>
    </message>
    <message>
        <source>Valid, with remarks</source>
        <translation>صالح مع ملاحظات</translation>
    </message>
    <message>
        <source>Cannot be judged</source>
        <translation>لا يمكن الحكم عليه</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>غير صالح</translation>
    </message>
    <message>
        <source>Nothing that the signatures cover was changed, and each leads to a certificate that you trust.</source>
        <translation>لم يتغير شيء مما تشمله التوقيعات، ويقود كل منها إلى شهادة تثقون بها.</translation>
    </message>
    <message>
        <source>The signatures are valid. The remarks say what they do not cover or prove.</source>
        <translation>التوقيعات صحيحة. تقول الملاحظات ما لا تشمله أو لا تثبته.</translation>
    </message>
    <message>
        <source>Nothing proves a change, but something is missing. What would resolve it stands below.</source>
        <translation>لا شيء يثبت تغييرا، لكن ينقص شيء. ما يحل ذلك مذكور أدناه.</translation>
    </message>
    <message>
        <source>The proof stands below. Do not rely on this file.</source>
        <translation>الدليل مذكور أدناه. لا تعتمدوا على هذا الملف.</translation>
    </message>
    <message>
        <source>It is a receipt for a package. This check does not enter it: take Packages sent and received, then Enter a receipt.</source>
        <translation>هذا إيصال عن طرد. لا يُدخله هذا الفحص: اختر الطرود المرسلة والمستلمة، ثم أدخل إيصالا.</translation>
    </message>
    <message>
        <source>It is a notice about something that was sent. This check does not enter it: take Packages sent and received, Notices, then Enter a notice.</source>
        <translation>هذا إشعار عن شيء أُرسل. لا يُدخله هذا الفحص: اختر الطرود المرسلة والمستلمة، الإشعارات، ثم أدخل إشعارا.</translation>
    </message>
    <message>
        <source>Remark:</source>
        <translation>ملاحظة:</translation>
    </message>
    <message>
        <source>Open:</source>
        <translation>مسألة مفتوحة:</translation>
    </message>
    <message>
        <source>Proof:</source>
        <translation>دليل:</translation>
    </message>
    <message>
        <source>Signature {number} of {count}</source>
        <translation>التوقيع {number} من {count}</translation>
    </message>
    <message>
        <source>Time stamp {number} of {count}</source>
        <translation>الختم الزمني {number} من {count}</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>غير مذكور</translation>
    </message>
    <message>
        <source>{time}, as the signer claims</source>
        <translation>{time}، بحسب قول الموقّع</translation>
    </message>
    <message>
        <source>{time}, by a time stamp that you trust</source>
        <translation>{time}، بختم زمني تثقون به</translation>
    </message>
    <message>
        <source>{time}, by a time stamp of an authority that you do not trust yet</source>
        <translation>{time}، بختم زمني من جهة لا تثقون بها بعد</translation>
    </message>
    <message>
        <source>This program made the file; its own strict rules apply.</source>
        <translation>أنشأ هذا البرنامج الملف؛ وتسري عليه قواعده الصارمة.</translation>
    </message>
    <message>
        <source>By (as the certificate says)</source>
        <translation>من (بحسب الشهادة)</translation>
    </message>
    <message>
        <source>Certificate issued by</source>
        <translation>أصدر الشهادة</translation>
    </message>
    <message>
        <source>Its SHA-256</source>
        <translation>بصمتها SHA-256</translation>
    </message>
    <message>
        <source>Trusted because of</source>
        <translation>موثوق بسبب</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>يشمل</translation>
    </message>
    <message>
        <source>EN 319 102-1</source>
        <translation>EN 319 102-1</translation>
    </message>
</context>
<context>
    <name>checklist</name>
    <message>
        <source>{entry}  —  {reason}</source>
        <translation>{entry}  —  {reason}</translation>
    </message>
</context>
<context>
    <name>choose</name>
    <message>
        <source>Choose</source>
        <translation>اختيار</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>البحث في:</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>الاسم:</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>النوع:</translation>
    </message>
</context>
<context>
    <name>chronology</name>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
</context>
<context>
    <name>claims</name>
    <message>
        <source>Correct a claim</source>
        <translation>تصحيح إفادة</translation>
    </message>
    <message>
        <source>Record, exhibit and page stay: a claim from elsewhere is entered as another one.</source>
        <translation>يبقى المحضر والدليل والصفحة: وتُدخل الإفادة من موضع آخر على حدة.</translation>
    </message>
    <message>
        <source>Correct the words of a claim</source>
        <translation>تصحيح ألفاظ إفادة</translation>
    </message>
    <message>
        <source>Enter the words as they should be. The former ones stay sealed beside them.</source>
        <translation>أدخل الألفاظ كما ينبغي. وتبقى السابقة مختومة إلى جانبها.</translation>
    </message>
    <message>
        <source>Age of {person}: decision</source>
        <translation>سن {person}: القرار</translation>
    </message>
    <message>
        <source>&amp;Enter the decision</source>
        <translation>&amp;تسجيل القرار</translation>
    </message>
    <message>
        <source>That the person is an adult ends the presumption for the claims that are there now. A later claim under 18 begins it again.</source>
        <translation>القرار بأن الشخص بالغ ينهي الافتراض بشأن الإفادات الموجودة الآن. وإفادة لاحقة بسن دون 18 تعيده.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>الإفادة</translation>
    </message>
    <message>
        <source>Entered under</source>
        <translation>أُدخلت تحت</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>الأساس</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>السجلات</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>ما جرى</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>words sealed</source>
        <translation>ألفاظ مختومة</translation>
    </message>
    <message>
        <source>said by {who}</source>
        <translation>قاله {who}</translation>
    </message>
    <message>
        <source>{record}, turn {turn}</source>
        <translation>{record}، المداخلة {turn}</translation>
    </message>
    <message>
        <source>{exhibit}, p. {page}</source>
        <translation>{exhibit}، ص {page}</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>مسحوبة</translation>
    </message>
    <message>
        <source>Turn was changed</source>
        <translation>عُدّلت المداخلة</translation>
    </message>
    <message>
        <source>Child presumed</source>
        <translation>يُفترض أنه طفل</translation>
    </message>
    <message>
        <source>In documents</source>
        <translation>في الوثائق</translation>
    </message>
    <message>
        <source>Person {person}: claims, not facts</source>
        <translation>الشخص {person}: إفادات لا وقائع</translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>This cannot be read. Write for example {example}.</source>
        <translation>تعذرت القراءة. اكتب مثلا {example}.</translation>
    </message>
    <message>
        <source>Write the year with four digits.</source>
        <translation>اكتب السنة بأربعة أرقام.</translation>
    </message>
    <message>
        <source>Write the day before the month, or the month as a word.</source>
        <translation>اكتب اليوم قبل الشهر، أو اكتب الشهر بالحروف.</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>لا يوجد يوم كهذا.</translation>
    </message>
    <message>
        <source>That day falls on a {weekday}.</source>
        <translation>هذا اليوم يوافق {weekday}.</translation>
    </message>
    <message>
        <source>The day is missing.</source>
        <translation>اليوم ناقص.</translation>
    </message>
    <message>
        <source>The time is missing.</source>
        <translation>الساعة ناقصة.</translation>
    </message>
    <message>
        <source>Write the day without a time.</source>
        <translation>اكتب اليوم من دون ساعة.</translation>
    </message>
    <message>
        <source>There is no such time of day.</source>
        <translation>لا توجد ساعة كهذه.</translation>
    </message>
    <message>
        <source>Write the time from 00:00 to 23:59.</source>
        <translation>اكتب الساعة من 00:00 إلى 23:59.</translation>
    </message>
    <message>
        <source>This time did not exist: the clocks went forward that night.</source>
        <translation>لم توجد هذه الساعة: قُدّمت الساعات في تلك الليلة.</translation>
    </message>
    <message>
        <source>That place did not use this offset at that time.</source>
        <translation>لم يكن فرق التوقيت هذا في ذلك المكان.</translation>
    </message>
    <message>
        <source>This time came twice that night. Write {first} or {second} after it.</source>
        <translation>تكررت هذه الساعة مرتين في تلك الليلة. اكتب {first} أو {second} بعدها.</translation>
    </message>
    <message>
        <source>The place of the time is not known. Write its offset after it, for example {first}.</source>
        <translation>مكان هذه الساعة غير معروف. اكتب فرق التوقيت بعدها، مثلا {first}.</translation>
    </message>
    <message>
        <source>The range ends before it begins.</source>
        <translation>تنتهي الفترة قبل أن تبدأ.</translation>
    </message>
    <message>
        <source>{field}: {problem}</source>
        <translation>{field}: {problem}</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>هل هذا صحيح؟</translation>
    </message>
    <message>
        <source>&amp;Save it as it is</source>
        <translation>احفظه كما هو</translation>
    </message>
</context>
<context>
    <name>decisions</name>
    <message>
        <source>The record stays readable here. It goes into a bundle only with a reason.</source>
        <translation>يبقى المحضر مقروءاً هنا، ولا يدخل في ملف إلا بسبب.</translation>
    </message>
    <message>
        <source>The restriction stays readable beside the decision that lifts it.</source>
        <translation>يبقى التقييد مقروءاً إلى جانب القرار الذي يرفعه.</translation>
    </message>
    <message>
        <source>The record stays readable, and is never printed without the word. This is final.</source>
        <translation>يبقى المحضر مقروءاً ولا يُطبع أبداً دون هذه العبارة. هذا نهائي.</translation>
    </message>
    <message>
        <source>Record {number}: {decision}</source>
        <translation>المحضر {number}: {decision}</translation>
    </message>
    <message>
        <source>&amp;Enter the decision</source>
        <translation>&amp;تسجيل القرار</translation>
    </message>
    <message>
        <source>This record is signed and can only be read. Its digest begins with {digest}.</source>
        <translation>هذا المحضر موقع ويمكن قراءته فقط. تبدأ بصمته بـ {digest}.</translation>
    </message>
    <message>
        <source>Tell those who received it of the decision: {bundles}.</source>
        <translation>أبلغ بالقرار من استلموه: {bundles}.</translation>
    </message>
    <message>
        <source>{decision}: {reference}, {who}.</source>
        <translation>{decision}: {reference}، {who}.</translation>
    </message>
    <message>
        <source>It is sealed: its digest was computed again, and is the one that was signed.</source>
        <translation>هو مختوم: حُسبت بصمته من جديد، وهي التي وُقّعت.</translation>
    </message>
    <message>
        <source>Rectified by {numbers}.</source>
        <translation>صُوِّب بـ {numbers}.</translation>
    </message>
    <message>
        <source>Supplemented by {numbers}.</source>
        <translation>أُلحق به {numbers}.</translation>
    </message>
    <message>
        <source>This is a copy of a statement made elsewhere; the file prevails, and the signature confirms the copy alone. Its digest begins with {digest}.</source>
        <translation>هذه نسخة من إفادة أُخذت في مكان آخر؛ الملف هو المعتمد، والتوقيع يؤكد النسخة وحدها. تبدأ بصمتها بـ {digest}.</translation>
    </message>
</context>
<context>
    <name>editors</name>
    <message>
        <source>One a line</source>
        <translation>واحد في كل سطر</translation>
    </message>
    <message>
        <source>Please write a whole number above zero.</source>
        <translation>اكتب عدداً صحيحاً أكبر من صفر.</translation>
    </message>
    <message>
        <source>Please write an amount in digits, for example 1250.50.</source>
        <translation>اكتب المبلغ بالأرقام، مثل 1250.50.</translation>
    </message>
    <message>
        <source>This amount can be read in two ways. Please write {whole}, or {part}.</source>
        <translation>يمكن قراءة هذا المبلغ بطريقتين. يرجى كتابة {whole} أو {part}.</translation>
    </message>
    <message>
        <source>Please write a whole number of seconds, such as 3 or -3.</source>
        <translation>يرجى كتابة عدد صحيح من الثواني، مثل 3 أو -3.</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>بلا جواب</translation>
    </message>
    <message>
        <source>The present entry (struck out, or not shown to you)</source>
        <translation>القيد الحالي (مشطوب أو غير ظاهر لك)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Name or code of the language</source>
        <translation>اسم اللغة أو رمزها</translation>
    </message>
    <message>
        <source>Please choose a language, or write its code, for example ti or so-ET.</source>
        <translation>اختر لغة أو اكتب رمزها، مثل ti أو so-ET.</translation>
    </message>
    <message>
        <source>For example {code}</source>
        <translation>مثلاً {code}</translation>
    </message>
    <message>
        <source>Please write the two letters of a State, for example BE.</source>
        <translation>اكتب حرفي الدولة، مثل BE.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>لغة أخرى</translation>
    </message>
    <message>
        <source>Another line</source>
        <translation>سطر آخر</translation>
    </message>
    <message>
        <source>Please choose the language of each text.</source>
        <translation>اختر لغة كل نص.</translation>
    </message>
    <message>
        <source>Please say what each line is about.</source>
        <translation>اذكر موضوع كل سطر.</translation>
    </message>
    <message>
        <source>Please write the text of each line, or leave the line empty.</source>
        <translation>يرجى كتابة نص كل سطر، أو ترك السطر فارغًا.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Who or what says so</source>
        <translation>من أو ما يقول ذلك</translation>
    </message>
    <message>
        <source>Please write the date of each line.</source>
        <translation>اكتب تاريخ كل سطر.</translation>
    </message>
    <message>
        <source>The same entry occurs twice.</source>
        <translation>ذُكر الشيء نفسه مرتين.</translation>
    </message>
    <message>
        <source>Choose, or type a name</source>
        <translation>اختر أو اكتب اسماً</translation>
    </message>
    <message>
        <source>Not shown for your function</source>
        <translation>لا يُعرض لصفتك</translation>
    </message>
    <message>
        <source>“{code}” is no language. Please write codes or names, for example ti, fr.</source>
        <translation>«{code}» ليس لغة. يُرجى كتابة رموز أو أسماء، مثل ti, fr.</translation>
    </message>
    <message>
        <source>“{code}” is no State. Please write two letters for each, for example ER, BE.</source>
        <translation>«{code}» ليس دولة. يُرجى كتابة حرفين لكل دولة، مثل ER, BE.</translation>
    </message>
    <message>
        <source>“{code}” is no direction. Please write two codes each, for example ti &gt; fr.</source>
        <translation>«{code}» ليس اتجاهاً. يرجى كتابة رمزين، مثل ti &gt; fr.</translation>
    </message>
    <message>
        <source>Please write the code of a currency, for example EUR.</source>
        <translation>يرجى كتابة رمز عملة، مثل EUR.</translation>
    </message>
    <message>
        <source>City or time zone</source>
        <translation>مدينة أو منطقة زمنية</translation>
    </message>
    <message>
        <source>Please choose a time zone, or write a city, for example Brussels or Europe/Brussels.</source>
        <translation>يرجى اختيار منطقة زمنية أو كتابة مدينة، مثل بروكسل أو Europe/Brussels.</translation>
    </message>
    <message>
        <source>Tick measures above: what they need besides is then asked here.</source>
        <translation>أشِّر على التدابير أعلاه: عندئذ يُسأل هنا عما تتطلبه.</translation>
    </message>
</context>
<context>
    <name>elsewhere</name>
    <message>
        <source>Statement made elsewhere</source>
        <translation>إفادة أُدلي بها في مكان آخر</translation>
    </message>
    <message>
        <source>The file stays the exhibit and prevails. Its text is taken over page by page. Enter only what the file says; what it does not say stays empty.</source>
        <translation>يبقى الملف هو الدليل وهو المعتمد. يُنقل نصه صفحة صفحة. أدخل ما يذكره الملف فقط، وما لا يذكره يبقى فارغاً.</translation>
    </message>
    <message>
        <source>Begin the copy</source>
        <translation>بدء النسخة</translation>
    </message>
    <message>
        <source>The file is read…</source>
        <translation>يُقرأ الملف…</translation>
    </message>
    <message>
        <source>What the file says of the statement</source>
        <translation>ما يذكره الملف عن الإفادة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation>ص {page}</translation>
    </message>
    <message>
        <source>p. {page}, l. {lines}</source>
        <translation>ص {page}، س {lines}</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>مقترحة</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>مقارَنة</translation>
    </message>
    <message>
        <source>Read from the file</source>
        <translation>مقروءة من الملف</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>مكتوبة</translation>
    </message>
</context>
<context>
    <name>entries</name>
    <message>
        <source>&amp;Persons</source>
        <translation>الأ&amp;شخاص</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>إضافة شخص</translation>
    </message>
    <message>
        <source>Correct a person</source>
        <translation>تصحيح شخص</translation>
    </message>
    <message>
        <source>&amp;Authorities</source>
        <translation>السلط&amp;ات</translation>
    </message>
    <message>
        <source>Add an authority</source>
        <translation>إضافة سلطة</translation>
    </message>
    <message>
        <source>Correct an authority</source>
        <translation>تصحيح سلطة</translation>
    </message>
    <message>
        <source>P&amp;roceedings</source>
        <translation>الإ&amp;جراءات</translation>
    </message>
    <message>
        <source>Add a proceeding</source>
        <translation>إضافة إجراء</translation>
    </message>
    <message>
        <source>Correct a proceeding</source>
        <translation>تصحيح إجراء</translation>
    </message>
    <message>
        <source>Register an order, request or agreement</source>
        <translation>تسجيل أمر أو طلب أو اتفاق</translation>
    </message>
    <message>
        <source>Correct an order, request or agreement</source>
        <translation>تصحيح صك تعاون</translation>
    </message>
    <message>
        <source>O&amp;fficials</source>
        <translation>الم&amp;وظفون</translation>
    </message>
    <message>
        <source>O&amp;bjects</source>
        <translation>الأش&amp;ياء</translation>
    </message>
    <message>
        <source>Acco&amp;unts</source>
        <translation>ال&amp;حسابات</translation>
    </message>
    <message>
        <source>Add an official</source>
        <translation>إضافة موظف</translation>
    </message>
    <message>
        <source>Enter a condition of use</source>
        <translation>إدخال شرط استعمال</translation>
    </message>
    <message>
        <source>Correct a condition of use</source>
        <translation>تصحيح شرط استعمال</translation>
    </message>
    <message>
        <source>Correct an official</source>
        <translation>تصحيح موظف</translation>
    </message>
    <message>
        <source>Int&amp;erpreters</source>
        <translation>المت&amp;رجمون</translation>
    </message>
    <message>
        <source>Add an interpreter or translator</source>
        <translation>إضافة مترجم</translation>
    </message>
    <message>
        <source>Correct an interpreter or translator</source>
        <translation>تصحيح مترجم</translation>
    </message>
    <message>
        <source>Add an object</source>
        <translation>إضافة شيء</translation>
    </message>
    <message>
        <source>Correct an object</source>
        <translation>تصحيح شيء</translation>
    </message>
    <message>
        <source>Add an account or a wallet</source>
        <translation>إضافة حساب أو محفظة</translation>
    </message>
    <message>
        <source>Correct an account or a wallet</source>
        <translation>تصحيح حساب أو محفظة</translation>
    </message>
    <message>
        <source>Transa&amp;ctions</source>
        <translation>المعام&amp;لات</translation>
    </message>
    <message>
        <source>Add a transaction</source>
        <translation>إضافة معاملة</translation>
    </message>
    <message>
        <source>Correct a transaction</source>
        <translation>تصحيح معاملة</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>الكشوف</translation>
    </message>
    <message>
        <source>Add a statement of account</source>
        <translation>إضافة كشف حساب</translation>
    </message>
    <message>
        <source>Correct a statement of account</source>
        <translation>تصحيح كشف حساب</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>التسليمات</translation>
    </message>
    <message>
        <source>Add a hand-over of money</source>
        <translation>إضافة تسليم نقود</translation>
    </message>
    <message>
        <source>Correct a hand-over of money</source>
        <translation>تصحيح تسليم نقود</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>التحويلات</translation>
    </message>
    <message>
        <source>Join two hand-overs</source>
        <translation>ربط تسليمين</translation>
    </message>
    <message>
        <source>Correct what joins two hand-overs</source>
        <translation>تصحيح ما يربط تسليمين</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>نسبة الحسابات</translation>
    </message>
    <message>
        <source>Add whose an account is said to be</source>
        <translation>إضافة من يُنسب إليه حساب</translation>
    </message>
    <message>
        <source>Correct whose an account is said to be</source>
        <translation>تصحيح من يُنسب إليه حساب</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>الأجور</translation>
    </message>
    <message>
        <source>Add a figure of pay</source>
        <translation>إضافة بيان أجر</translation>
    </message>
    <message>
        <source>Correct a figure of pay</source>
        <translation>تصحيح بيان أجر</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>قضية جديدة</translation>
    </message>
    <message>
        <source>Correct the case file</source>
        <translation>تصحيح ملف القضية</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>الصفات</translation>
    </message>
    <message>
        <source>Add a role</source>
        <translation>إضافة صفة</translation>
    </message>
    <message>
        <source>Correct a role</source>
        <translation>تصحيح صفة</translation>
    </message>
    <message>
        <source>{person}, shown under {kept}</source>
        <translation>{person}، معروض تحت {kept}</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>شروط</translation>
    </message>
    <message>
        <source>Sent and received</source>
        <translation>المرسل والمستلم</translation>
    </message>
    <message>
        <source>Note a transmission</source>
        <translation>تدوين إرسال</translation>
    </message>
    <message>
        <source>Correct a transmission</source>
        <translation>تصحيح إرسال</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>القضية</translation>
    </message>
    <message>
        <source>Persons and objects</source>
        <translation>الأشخاص والأشياء</translation>
    </message>
    <message>
        <source>Cooperation</source>
        <translation>التعاون</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>الأموال</translation>
    </message>
    <message>
        <source>&amp;Orders and requests</source>
        <translation>الأوامر والطلبا&amp;ت</translation>
    </message>
    <message>
        <source>Detai&amp;ls</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Action day</source>
        <translation>يوم العمل</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <source>Enter a team of an action day</source>
        <translation>تسجيل فريق ليوم العمل</translation>
    </message>
    <message>
        <source>Correct a team of an action day</source>
        <translation>تصحيح فريق ليوم العمل</translation>
    </message>
    <message>
        <source>Voided numbers</source>
        <translation>الأرقام الملغاة</translation>
    </message>
    <message>
        <source>Correct a voided number</source>
        <translation>تصحيح رقم ملغى</translation>
    </message>
    <message>
        <source>Persons found</source>
        <translation>أشخاص عُثر عليهم</translation>
    </message>
    <message>
        <source>Enter a person found</source>
        <translation>تسجيل شخص عُثر عليه</translation>
    </message>
    <message>
        <source>Correct a person found</source>
        <translation>تصحيح شخص عُثر عليه</translation>
    </message>
    <message>
        <source>Void a number, or a row of them (EX-0107 – EX-0112)</source>
        <translation>إلغاء رقم أو سلسلة أرقام (EX-0107 – EX-0112)</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>الإقامات</translation>
    </message>
    <message>
        <source>Enter where a person was, as a source says</source>
        <translation>إدخال مكان وجود شخص كما يقول مصدر</translation>
    </message>
    <message>
        <source>Correct a stay</source>
        <translation>تصحيح إقامة</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>another form</source>
        <translation>نموذج آخر</translation>
    </message>
    <message>
        <source>a new case</source>
        <translation>قضية جديدة</translation>
    </message>
    <message>
        <source>the purpose of access to a case</source>
        <translation>غرض الاطلاع على قضية</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>an authority</source>
        <translation>سلطة</translation>
    </message>
    <message>
        <source>a proceeding</source>
        <translation>إجراء قضائي</translation>
    </message>
    <message>
        <source>an order, request or agreement</source>
        <translation>قرار أو طلب أو اتفاق</translation>
    </message>
    <message>
        <source>an official</source>
        <translation>موظف</translation>
    </message>
    <message>
        <source>an interpreter</source>
        <translation>مترجم شفوي</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>شيء</translation>
    </message>
    <message>
        <source>an account</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>a transaction</source>
        <translation>معاملة</translation>
    </message>
    <message>
        <source>a role</source>
        <translation>صفة</translation>
    </message>
    <message>
        <source>an identity</source>
        <translation>هوية</translation>
    </message>
    <message>
        <source>a correction of the case file</source>
        <translation>تصحيح ملف القضية</translation>
    </message>
    <message>
        <source>the reason to open an assessment</source>
        <translation>سبب فتح تقييم</translation>
    </message>
    <message>
        <source>an individual assessment</source>
        <translation>تقييم فردي</translation>
    </message>
    <message>
        <source>the reason to reveal an identity</source>
        <translation>سبب كشف هوية</translation>
    </message>
    <message>
        <source>a new interview</source>
        <translation>مقابلة جديدة</translation>
    </message>
    <message>
        <source>a turn</source>
        <translation>مقطع</translation>
    </message>
    <message>
        <source>the test of a backup</source>
        <translation>تجربة نسخة احتياطية</translation>
    </message>
    <message>
        <source>a person present</source>
        <translation>شخص حاضر</translation>
    </message>
    <message>
        <source>the reason to withdraw a receipt</source>
        <translation>سبب سحب إيصال</translation>
    </message>
    <message>
        <source>a condition of use</source>
        <translation>شرط استعمال</translation>
    </message>
    <message>
        <source>a statement of account</source>
        <translation>كشف حساب</translation>
    </message>
    <message>
        <source>a hand-over of money</source>
        <translation>تسليم نقود</translation>
    </message>
    <message>
        <source>two hand-overs that belong together</source>
        <translation>تسليمين يُربط بينهما</translation>
    </message>
    <message>
        <source>an attribution of an account</source>
        <translation>نسبة حساب</translation>
    </message>
    <message>
        <source>a figure of pay</source>
        <translation>بيان أجر</translation>
    </message>
    <message>
        <source>information given</source>
        <translation>معلومة مقدمة</translation>
    </message>
    <message>
        <source>an item of information for a victim</source>
        <translation>بند معلومات لضحية</translation>
    </message>
    <message>
        <source>a recording</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>an intervention of the interpreter</source>
        <translation>تدخل للمترجم</translation>
    </message>
    <message>
        <source>an event of the timeline</source>
        <translation>حدث في التسلسل</translation>
    </message>
    <message>
        <source>a special measure</source>
        <translation>تدبير خاص</translation>
    </message>
    <message>
        <source>an earlier interview</source>
        <translation>سماع سابق</translation>
    </message>
    <message>
        <source>an interpreter of the record</source>
        <translation>مترجم المحضر</translation>
    </message>
    <message>
        <source>a correction asked for</source>
        <translation>تصحيح مطلوب</translation>
    </message>
    <message>
        <source>a signature of the record</source>
        <translation>توقيع المحضر</translation>
    </message>
    <message>
        <source>the formalities of a record</source>
        <translation>شكليات محضر</translation>
    </message>
    <message>
        <source>a reading back</source>
        <translation>تلاوة</translation>
    </message>
    <message>
        <source>a certificate of an interpreter</source>
        <translation>شهادة مترجم شفوي</translation>
    </message>
    <message>
        <source>the reasons for signing a record</source>
        <translation>أسباب توقيع محضر</translation>
    </message>
    <message>
        <source>a decision about a record</source>
        <translation>قرار بشأن محضر</translation>
    </message>
    <message>
        <source>an exhibit</source>
        <translation>مستند إثبات</translation>
    </message>
    <message>
        <source>the level of signatures, as others say it</source>
        <translation>مستوى التواقيع كما يذكره آخرون</translation>
    </message>
    <message>
        <source>cooperation data to adopt</source>
        <translation>بيانات تعاون لاعتمادها</translation>
    </message>
    <message>
        <source>a bar on leaving</source>
        <translation>منع خروج</translation>
    </message>
    <message>
        <source>the lifting of a bar</source>
        <translation>رفع منع</translation>
    </message>
    <message>
        <source>a notice</source>
        <translation>إشعار</translation>
    </message>
    <message>
        <source>an import of what was refused</source>
        <translation>استيراد ما رُفض</translation>
    </message>
    <message>
        <source>the reason why an exhibit was refused</source>
        <translation>سبب رفض دليل</translation>
    </message>
    <message>
        <source>a receipt on paper</source>
        <translation>إيصال ورقي</translation>
    </message>
    <message>
        <source>what words of a bank mean</source>
        <translation>معنى عبارات مصرف</translation>
    </message>
    <message>
        <source>a file to take out</source>
        <translation>ملف لإخراجه</translation>
    </message>
    <message>
        <source>the withdrawal of an office or recipient</source>
        <translation>سحب مكتب أو مستلم</translation>
    </message>
    <message>
        <source>the reason of a check</source>
        <translation>سبب فحص</translation>
    </message>
    <message>
        <source>a custody event</source>
        <translation>حدث حفظ</translation>
    </message>
    <message>
        <source>a bundle</source>
        <translation>حزمة</translation>
    </message>
    <message>
        <source>the signing of a bundle</source>
        <translation>توقيع حزمة</translation>
    </message>
    <message>
        <source>the refusal of a release</source>
        <translation>رفض إفراج</translation>
    </message>
    <message>
        <source>a backup</source>
        <translation>نسخة احتياطية</translation>
    </message>
    <message>
        <source>recovery shares</source>
        <translation>حصص استرداد</translation>
    </message>
    <message>
        <source>a new master key</source>
        <translation>مفتاح رئيسي جديد</translation>
    </message>
    <message>
        <source>a key file</source>
        <translation>ملف مفتاح</translation>
    </message>
    <message>
        <source>a card</source>
        <translation>بطاقة</translation>
    </message>
    <message>
        <source>the reason to withdraw or reinstate a file</source>
        <translation>سبب سحب ملف أو إعادته</translation>
    </message>
    <message>
        <source>the withdrawal of a signing key</source>
        <translation>سحب مفتاح توقيع</translation>
    </message>
    <message>
        <source>the reason to open key material</source>
        <translation>سبب فتح مادة مفتاح</translation>
    </message>
    <message>
        <source>the handover of the vault</source>
        <translation>تسليم الخزنة</translation>
    </message>
    <message>
        <source>retiring a user</source>
        <translation>إنهاء عمل مستخدم</translation>
    </message>
    <message>
        <source>how a user was identified</source>
        <translation>كيفية التعرف على مستخدم</translation>
    </message>
    <message>
        <source>a user</source>
        <translation>مستخدم</translation>
    </message>
    <message>
        <source>a claim about a person</source>
        <translation>ادعاء بشأن شخص</translation>
    </message>
    <message>
        <source>a correction of a claim</source>
        <translation>تصحيح ادعاء</translation>
    </message>
    <message>
        <source>the words of a claim</source>
        <translation>كلمات ادعاء</translation>
    </message>
    <message>
        <source>a decision on an age</source>
        <translation>قرار بشأن عمر</translation>
    </message>
    <message>
        <source>the merge of two records of a person</source>
        <translation>دمج سجلين لشخص واحد</translation>
    </message>
    <message>
        <source>the split of merged records</source>
        <translation>فصل سجلات مدمجة</translation>
    </message>
    <message>
        <source>an answer to a note</source>
        <translation>جواب عن ملاحظة</translation>
    </message>
    <message>
        <source>an assignment</source>
        <translation>إسناد عمل</translation>
    </message>
    <message>
        <source>the reasons for signing a translation</source>
        <translation>أسباب توقيع ترجمة</translation>
    </message>
    <message>
        <source>a dispute of a translation</source>
        <translation>اعتراض على ترجمة</translation>
    </message>
    <message>
        <source>a certificate of a translation</source>
        <translation>شهادة ترجمة</translation>
    </message>
    <message>
        <source>a file for a translator</source>
        <translation>ملف لمترجم</translation>
    </message>
    <message>
        <source>a text of a caution</source>
        <translation>نص تنبيه</translation>
    </message>
    <message>
        <source>a wording</source>
        <translation>صياغة</translation>
    </message>
    <message>
        <source>a statement made elsewhere</source>
        <translation>إفادة أُدلي بها في مكان آخر</translation>
    </message>
    <message>
        <source>the particulars of a statement</source>
        <translation>بيانات إفادة</translation>
    </message>
    <message>
        <source>{field}: the case has nothing to choose yet. Add it on Cases first.</source>
        <translation>{field}: ليس في القضية بعد ما يُختار. أضفه أولاً في صفحة القضايا.</translation>
    </message>
    <message>
        <source>{field}: please fill this in.</source>
        <translation>{field}: يرجى ملء هذا الحقل.</translation>
    </message>
    <message>
        <source>a supplement to a record</source>
        <translation>ملحق لمحضر</translation>
    </message>
    <message>
        <source>a rectification of a record</source>
        <translation>تصويب لمحضر</translation>
    </message>
    <message>
        <source>a transmission</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>the description of a thing</source>
        <translation>وصف شيء</translation>
    </message>
    <message>
        <source>an online capture</source>
        <translation>التقاط من الإنترنت</translation>
    </message>
    <message>
        <source>a team of an action day</source>
        <translation>فريق ليوم العمل</translation>
    </message>
    <message>
        <source>a voided number</source>
        <translation>رقم ملغى</translation>
    </message>
    <message>
        <source>a person found</source>
        <translation>شخص عُثر عليه</translation>
    </message>
    <message>
        <source>a line-up</source>
        <translation>عرض للتعرف</translation>
    </message>
    <message>
        <source>a package that came</source>
        <translation>طرد وصل</translation>
    </message>
    <message>
        <source>an office abroad</source>
        <translation>مكتب أجنبي</translation>
    </message>
    <message>
        <source>a stay of a person</source>
        <translation>إقامة شخص</translation>
    </message>
</context>
<context>
    <name>given_out</name>
    <message>
        <source>{names}: given out, as the turns stood then. Of a turn that you change now, the rendering that comes back waits to be made again.</source>
        <translation>{names}: أُسند العمل كما كانت المداخلات حينها. ترجمة المداخلة التي تغيّرها الآن تُعاد عند عودتها.</translation>
    </message>
</context>
<context>
    <name>guide</name>
    <message>
        <source>Engage: who is here, and what for</source>
        <translation>التمهيد: من الحاضر ولماذا</translation>
    </message>
    <message>
        <source>Explain: rights, breaks, the interpreter, the recording</source>
        <translation>الشرح: الحقوق والاستراحات والمترجم والتسجيل</translation>
    </message>
    <message>
        <source>Account: an open invitation, without interruption</source>
        <translation>الرواية: دعوة مفتوحة بلا مقاطعة</translation>
    </message>
    <message>
        <source>Account: open questions on each subject named</source>
        <translation>الرواية: أسئلة مفتوحة عن كل موضوع ذُكر</translation>
    </message>
    <message>
        <source>Clarify: who, where, when, how; dates and names</source>
        <translation>التوضيح: من وأين ومتى وكيف؛ التواريخ والأسماء</translation>
    </message>
    <message>
        <source>Challenge: what differs from other evidence, without reproach</source>
        <translation>المواجهة: ما يختلف عن أدلة أخرى، بلا لوم</translation>
    </message>
    <message>
        <source>Closure: anything to add; needs, safety, what comes next</source>
        <translation>الختام: أي إضافة؛ الحاجات والسلامة وما يلي</translation>
    </message>
    <message>
        <source>Evaluate afterwards: what is still to be asked, and of whom</source>
        <translation>التقييم لاحقا: ما بقي للسؤال ولمن</translation>
    </message>
    <message>
        <source>Introduction: who is here, and what for</source>
        <translation>التعريف: من الحاضر ولماذا</translation>
    </message>
    <message>
        <source>Ground rules: “I don&apos;t know”, “I don&apos;t understand”, correct me</source>
        <translation>القواعد: «لا أعرف»، «لا أفهم»، صحّحني</translation>
    </message>
    <message>
        <source>Truth and lie, by an example</source>
        <translation>الصدق والكذب بمثال</translation>
    </message>
    <message>
        <source>Rapport: something the child likes</source>
        <translation>الألفة: شيء يحبه الطفل</translation>
    </message>
    <message>
        <source>Practice: tell a neutral event from beginning to end</source>
        <translation>التمرين: سرد حدث محايد من أوله إلى آخره</translation>
    </message>
    <message>
        <source>Transition: “Tell me why you came today”</source>
        <translation>الانتقال: «قل لي لماذا جئت اليوم»</translation>
    </message>
    <message>
        <source>Open invitations: “Tell me everything that happened”</source>
        <translation>دعوات مفتوحة: «احك لي كل ما حدث»</translation>
    </message>
    <message>
        <source>The last time, then the first, then the one best remembered</source>
        <translation>المرة الأخيرة، ثم الأولى، ثم الأوضح في الذاكرة</translation>
    </message>
    <message>
        <source>A direct question only after that, then “tell me more about it”</source>
        <translation>سؤال مباشر بعد ذلك فقط، ثم «حدثني أكثر عنه»</translation>
    </message>
    <message>
        <source>A break before closing; support where the child is reluctant</source>
        <translation>استراحة قبل الختام؛ ودعم للطفل المتردد</translation>
    </message>
    <message>
        <source>Closing: thanks, anything to add, a neutral subject</source>
        <translation>الختام: شكر، وأي إضافة، وموضوع محايد</translation>
    </message>
</context>
<context>
    <name>hand-back</name>
    <message>
        <source>Typed and not written; it stays here, the office does not get it: {turns}</source>
        <translation>مكتوب ولم يُحفظ؛ يبقى هنا ولا يصل إلى المكتب: {turns}</translation>
    </message>
    <message>
        <source>Written and not signed as checked; the office gets drafts: {turns}</source>
        <translation>محفوظ ولم يُوقَّع بعد المراجعة؛ تصل مسودات إلى المكتب: {turns}</translation>
    </message>
    <message>
        <source>Not rendered: {turns}</source>
        <translation>غير مترجم: {turns}</translation>
    </message>
    <message>
        <source>To be rendered again: the source changed, or the version was withdrawn: {turns}</source>
        <translation>يُترجم من جديد، فقد تغير الأصل أو سُحبت الصيغة: {turns}</translation>
    </message>
    <message>
        <source>A question that nobody answered yet: {turns}</source>
        <translation>سؤال لم يرد عليه أحد بعد: {turns}</translation>
    </message>
    <message>
        <source>A note at words that the present wording does not have: {turns}</source>
        <translation>ملاحظة على كلمات ليست في الصيغة الحالية: {turns}</translation>
    </message>
    <message>
        <source>Turns of which you said nothing yet: {turns}</source>
        <translation>مداخلات لم تقل فيها شيئا بعد: {turns}</translation>
    </message>
    <message>
        <source>{turns} and {count} more</source>
        <translation>{turns} و{count} أخرى</translation>
    </message>
</context>
<context>
    <name>hints</name>
    <message>
        <source>render</source>
        <translation>ترجمة</translation>
    </message>
    <message>
        <source>write, go on</source>
        <translation>كتابة ومتابعة</translation>
    </message>
    <message>
        <source>next to do</source>
        <translation>التالي المطلوب</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>doubt</source>
        <translation>شك</translation>
    </message>
    <message>
        <source>ask the judge</source>
        <translation>سؤال القاضي</translation>
    </message>
    <message>
        <source>concern for safety</source>
        <translation>قلق على السلامة</translation>
    </message>
    <message>
        <source>complaint of your own</source>
        <translation>شكوى شخصية</translation>
    </message>
    <message>
        <source>next difference</source>
        <translation>الاختلاف التالي</translation>
    </message>
    <message>
        <source>agree, go on</source>
        <translation>موافقة ومتابعة</translation>
    </message>
    <message>
        <source>dispute</source>
        <translation>اعتراض</translation>
    </message>
    <message>
        <source>next without your word</source>
        <translation>التالية دون رأيك</translation>
    </message>
    <message>
        <source>glossary</source>
        <translation>المسرد</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>توقيع</translation>
    </message>
    <message>
        <source>certify</source>
        <translation>شهادة</translation>
    </message>
    <message>
        <source>hand back</source>
        <translation>تسليم</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>كل المفاتيح</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Sealed</source>
        <translation>مختوم</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>مشطوب</translation>
    </message>
    <message>
        <source>Identity, which could not be read</source>
        <translation>الهوية، وقد تعذرت قراءتها</translation>
    </message>
    <message>
        <source>When ({place})</source>
        <translation>متى ({place})</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
</context>
<context>
    <name>interviews</name>
    <message>
        <source>New interview</source>
        <translation>مقابلة جديدة</translation>
    </message>
    <message>
        <source>Begin the record</source>
        <translation>بدء المحضر</translation>
    </message>
    <message>
        <source>The turns and all other formalities are entered afterwards.</source>
        <translation>تُدخل الأقوال وسائر الشكليات بعد ذلك.</translation>
    </message>
    <message>
        <source>Rectification of record {number}</source>
        <translation>تصويب المحضر {number}</translation>
    </message>
    <message>
        <source>Supplement to record {number}</source>
        <translation>ملحق المحضر {number}</translation>
    </message>
    <message>
        <source>The signed record stays as it is; the new one refers to it.</source>
        <translation>يبقى المحضر الموقع كما هو؛ والجديد يحيل إليه.</translation>
    </message>
    <message>
        <source>Reading back</source>
        <translation>إعادة القراءة</translation>
    </message>
    <message>
        <source>Record the reading back</source>
        <translation>تسجيل إعادة القراءة</translation>
    </message>
    <message>
        <source>Supplement to {number}</source>
        <translation>تكملة لـ{number}</translation>
    </message>
    <message>
        <source>Rectification of {number}</source>
        <translation>تصحيح {number}</translation>
    </message>
    <message>
        <source>From then on the words of the record stay as they are; what is asked for is entered as a correction. The end of the reading back is entered after the corrections.</source>
        <translation>بعد ذلك تبقى كلمات المحضر كما هي، ويُدوَّن ما يُطلب تصحيحًا. تُدوَّن نهاية إعادة القراءة بعد التصحيحات.</translation>
    </message>
    <message>
        <source>Start and place are those of the note, not of the interview.</source>
        <translation>البداية والمكان هما للمذكرة لا للمقابلة.</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <source>New job</source>
        <translation>عمل جديد</translation>
    </message>
    <message>
        <source>Open the job</source>
        <translation>فتح العمل</translation>
    </message>
    <message>
        <source>One linguist renders this record into one language. Without a side or another job, each turn is rendered as it was said.</source>
        <translation>لغوي واحد ينقل هذا المحضر إلى لغة واحدة. ومن دون جانب أو عمل آخر، تُنقل كل مداخلة كما قيلت.</translation>
    </message>
    <message>
        <source>Change job {number}</source>
        <translation>تغيير العمل {number}</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Record, languages and linguist stay: for another, strike this job out and open a new one.</source>
        <translation>يبقى المحضر واللغات واللغوي: ولغير ذلك اشطب هذا العمل وافتح عملا جديدا.</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Show this overview</source>
        <translation>إظهار هذا العرض</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Lock the vault at once; what is typed in a record is saved as a draft</source>
        <translation>قفل الخزنة فورًا، ويُحفظ ما كُتب في محضر كمسودة</translation>
    </message>
    <message>
        <source>Lock and close the program</source>
        <translation>القفل والخروج</translation>
    </message>
    <message>
        <source>New case, interview, exhibit or custody event, by page</source>
        <translation>قضية أو مقابلة أو دليل أو حدث حيازة جديد، بحسب الصفحة</translation>
    </message>
    <message>
        <source>Save the turn being edited</source>
        <translation>حفظ المداخلة قيد التحرير</translation>
    </message>
    <message>
        <source>Save the turn and go on to the next one; in a form, its main button</source>
        <translation>حفظ المداخلة والانتقال إلى التالية؛ وفي النموذج زره الرئيسي</translation>
    </message>
    <message>
        <source>Leave the editor, keep the text as a draft; close a dialog</source>
        <translation>ترك المحرر وحفظ النص كمسودة، وإغلاق نافذة حوار</translation>
    </message>
    <message>
        <source>Add files to the exhibit</source>
        <translation>إضافة ملفات إلى الدليل</translation>
    </message>
    <message>
        <source>Interpreters: give out work, hand the screen over and back</source>
        <translation>المترجمون: إسناد العمل وتسليم الشاشة واستعادتها</translation>
    </message>
    <message>
        <source>Show or hide a passphrase while typing</source>
        <translation>إظهار عبارة المرور أو إخفاؤها أثناء الكتابة</translation>
    </message>
    <message>
        <source>Next or previous control</source>
        <translation>العنصر التالي أو السابق</translation>
    </message>
    <message>
        <source>Arrow keys, Enter</source>
        <translation>مفاتيح الأسهم، Enter</translation>
    </message>
    <message>
        <source>Choose in a list, open what is chosen</source>
        <translation>الاختيار في قائمة، وفتح ما اختير</translation>
    </message>
    <message>
        <source>At a draft record: go to the row where the next turn is typed</source>
        <translation>في مسودة: الانتقال إلى السطر الذي تُكتب فيه المداخلة التالية</translation>
    </message>
    <message>
        <source>A new line in the turn</source>
        <translation>سطر جديد في المداخلة</translation>
    </message>
    <message>
        <source>A linguist&apos;s own complaint or concern, sealed for the magistrates</source>
        <translation>شكوى اللغوي أو قلقه هو، مختومة للقضاة</translation>
    </message>
    <message>
        <source>At a file: the next place of the words that are found, the former one</source>
        <translation>في ملف: الموضع التالي للكلمات المبحوث عنها، والسابق</translation>
    </message>
    <message>
        <source>At a file: the file before, the next file of the exhibit</source>
        <translation>في ملف: الملف السابق، والملف التالي من الدليل</translation>
    </message>
    <message>
        <source>The other language of the turn</source>
        <translation>اللغة الأخرى للمداخلة</translation>
    </message>
    <message>
        <source>In an empty row: mend the last turn; come back</source>
        <translation>في سطر فارغ: تعديل المداخلة الأخيرة؛ الرجوع</translation>
    </message>
    <message>
        <source>Conduct: what could be seen, by its codes</source>
        <translation>السلوك: ما أمكن رؤيته برموزه</translation>
    </message>
    <message>
        <source>Break and its end, exhibit shown, who enters, who leaves</source>
        <translation>الاستراحة ونهايتها، عرض دليل، من يدخل ومن يخرج</translation>
    </message>
    <message>
        <source>Interpreter for themselves, caution, original not written down</source>
        <translation>المترجم باسمه، تنبيه، أصل لم يُدوَّن</translation>
    </message>
    <message>
        <source>Find in this record or file, or search in the list</source>
        <translation>البحث في هذا المحضر أو الملف، أو في القائمة</translation>
    </message>
    <message>
        <source>Guide of the interview, in or out</source>
        <translation>دليل الجلسة، إظهار أو إخفاء</translation>
    </message>
    <message>
        <source>Formalities, and back to the account</source>
        <translation>الشكليات، والرجوع إلى الرواية</translation>
    </message>
    <message>
        <source>The next step of the record: read back, sign; in an assignment: sign it</source>
        <translation>الخطوة التالية للمحضر: التلاوة، التوقيع؛ وفي عمل مسند: توقيعه</translation>
    </message>
    <message>
        <source>A note to the chosen words, or to the whole side of a turn</source>
        <translation>ملاحظة على الكلمات المختارة، أو على جانب كامل من المداخلة</translation>
    </message>
    <message>
        <source>In a note: on what it rests; whether it is printed</source>
        <translation>في الملاحظة: ما تستند إليه؛ وهل تُطبع</translation>
    </message>
    <message>
        <source>Mark the chosen words as in doubt</source>
        <translation>وضع علامة شك على الكلمات المختارة</translation>
    </message>
    <message>
        <source>Ask the judge about the chosen words</source>
        <translation>سؤال القاضي عن الكلمات المختارة</translation>
    </message>
    <message>
        <source>A concern for safety, sealed for the magistrates</source>
        <translation>قلق على السلامة، مختوم للقضاة</translation>
    </message>
    <message>
        <source>In a job: the next turn that differs from its source; keep it as said</source>
        <translation>في عمل: المداخلة التالية التي تختلف عن مصدرها؛ إبقاؤها كما قيلت</translation>
    </message>
    <message>
        <source>Take the rendering of a like text</source>
        <translation>أخذ ترجمة نص مشابه</translation>
    </message>
    <message>
        <source>Play the range of the turn</source>
        <translation>تشغيل مقطع المداخلة</translation>
    </message>
    <message>
        <source>Back to the last mark</source>
        <translation>العودة إلى آخر علامة</translation>
    </message>
    <message>
        <source>In a relay: the third language on the left side, and back</source>
        <translation>في الترجمة عبر لغة وسيطة: اللغة الثالثة في الجانب الأيسر، والعودة</translation>
    </message>
    <message>
        <source>Space, Enter</source>
        <translation>مسافة، Enter</translation>
    </message>
    <message>
        <source>Reading back: the turn was read; correct it</source>
        <translation>إعادة القراءة: قُرئت المداخلة؛ صححها</translation>
    </message>
    <message>
        <source>Go to a page: cases, interviews, exhibits, custody, export, health, office, translations</source>
        <translation>الذهاب إلى صفحة: الملفات، الجلسات، الأدلة، الحيازة، التصدير، السلامة، المكتب، الترجمات</translation>
    </message>
    <message>
        <source>In an assignment or a job: the next turn that is not done</source>
        <translation>في إسناد أو عمل: المداخلة التالية غير المنجزة</translation>
    </message>
    <message>
        <source>At a record: its jobs of translation</source>
        <translation>عند محضر: أعمال ترجمته</translation>
    </message>
    <message>
        <source>In the row: keep the turn and go to the other speaker</source>
        <translation>في السطر: حفظ المداخلة والانتقال إلى المتكلم الآخر</translation>
    </message>
    <message>
        <source>How this turn is interpreted, if not as the engagement says</source>
        <translation>كيف يُترجَم هذا الدور إن لم يكن كما يذكر التكليف</translation>
    </message>
    <message>
        <source>The next speaker; in a note or a correction, the first choice</source>
        <translation>المتكلم التالي؛ وفي ملاحظة أو تصحيح، الاختيار الأول</translation>
    </message>
    <message>
        <source>The former speaker</source>
        <translation>المتكلم السابق</translation>
    </message>
    <message>
        <source>The next language of the words spoken; elsewhere, the second choice</source>
        <translation>اللغة التالية للكلام؛ وفي غير ذلك، الاختيار الثاني</translation>
    </message>
    <message>
        <source>The former language of the words spoken</source>
        <translation>اللغة السابقة للكلام</translation>
    </message>
    <message>
        <source>Undo in the draft</source>
        <translation>تراجع في المسودة</translation>
    </message>
    <message>
        <source>Do again what was undone</source>
        <translation>إعادة ما تم التراجع عنه</translation>
    </message>
    <message>
        <source>Split the turn at the cursor</source>
        <translation>تقسيم المداخلة عند المؤشر</translation>
    </message>
    <message>
        <source>Join the turn with the next one</source>
        <translation>ضم المداخلة إلى التالية</translation>
    </message>
    <message>
        <source>Move the turn up</source>
        <translation>رفع المداخلة</translation>
    </message>
    <message>
        <source>Move the turn down</source>
        <translation>خفض المداخلة</translation>
    </message>
    <message>
        <source>Who rendered the turns that have no author</source>
        <translation>من ترجم المداخلات التي لا صاحب لها</translation>
    </message>
    <message>
        <source>The author checked the renditions that are drafts</source>
        <translation>راجع صاحبُ الترجمة الترجماتِ التي هي مسودات</translation>
    </message>
    <message>
        <source>Replace in this record</source>
        <translation>الاستبدال في هذا المحضر</translation>
    </message>
    <message>
        <source>Reading back: a complaint about the interpreting; in a job: the linguist&apos;s own</source>
        <translation>عند التلاوة: شكوى من الترجمة؛ وفي عمل: شكوى اللغوي نفسه</translation>
    </message>
    <message>
        <source>Testimony larger</source>
        <translation>تكبير الأقوال</translation>
    </message>
    <message>
        <source>Testimony smaller</source>
        <translation>تصغير الأقوال</translation>
    </message>
    <message>
        <source>Testimony in its usual size</source>
        <translation>الأقوال بحجمها المعتاد</translation>
    </message>
    <message>
        <source>In an assignment: the glossary of the record, to add a term</source>
        <translation>في المهمة: مسرد المحضر، لإضافة مصطلح</translation>
    </message>
    <message>
        <source>In a revision: agree with the turn and go on; dispute it</source>
        <translation>في المراجعة: الموافقة على المداخلة والمتابعة؛ الاعتراض عليها</translation>
    </message>
    <message>
        <source>In an assignment: sign it; certify, and what stops it</source>
        <translation>في عمل مسند: التوقيع؛ الشهادة، وما يمنعها</translation>
    </message>
    <message>
        <source>Recording: the turn again and again</source>
        <translation>التسجيل: المداخلة مرارًا</translation>
    </message>
    <message>
        <source>The turn begins here in the recording</source>
        <translation>تبدأ المداخلة هنا في التسجيل</translation>
    </message>
    <message>
        <source>5 seconds back in the recording</source>
        <translation>5 ثوانٍ إلى الخلف في التسجيل</translation>
    </message>
    <message>
        <source>5 seconds on in the recording</source>
        <translation>5 ثوانٍ إلى الأمام في التسجيل</translation>
    </message>
    <message>
        <source>Recording: faster; the pitch stays</source>
        <translation>التسجيل: أسرع؛ وتبقى طبقة الصوت</translation>
    </message>
    <message>
        <source>Recording: slower; the pitch stays</source>
        <translation>التسجيل: أبطأ؛ وتبقى طبقة الصوت</translation>
    </message>
    <message>
        <source>Recording: as it was recorded</source>
        <translation>التسجيل: كما سُجّل</translation>
    </message>
    <message>
        <source>In language work: notes, findings and suggestions</source>
        <translation>في العمل اللغوي: الملاحظات والنتائج والاقتراحات</translation>
    </message>
    <message>
        <source>Taking over: the next line of the page</source>
        <translation>النقل: السطر التالي من الصفحة</translation>
    </message>
    <message>
        <source>Taking over: one line more</source>
        <translation>النقل: سطر آخر</translation>
    </message>
    <message>
        <source>Taking over: what is described and not read, in brackets</source>
        <translation>النقل: بين معقوفين ما يوصف ولا يُقرأ</translation>
    </message>
    <message>
        <source>Taking over: the page before, the next page</source>
        <translation>النقل: الصفحة السابقة والتالية</translation>
    </message>
    <message>
        <source>Taking over: the lines that were taken over, in or out</source>
        <translation>النقل: إظهار الأسطر المنقولة أو إخفاؤها</translation>
    </message>
    <message>
        <source>Type the rendering; at the source, choose words in it</source>
        <translation>كتابة الترجمة؛ وعند المصدر اختيار كلمات فيه</translation>
    </message>
    <message>
        <source>Write the rendering, and go on to the next turn</source>
        <translation>تسجيل الترجمة والانتقال إلى الدور التالي</translation>
    </message>
    <message>
        <source>Write the rendering, and stay</source>
        <translation>تسجيل الترجمة والبقاء</translation>
    </message>
    <message>
        <source>Hand back: the work is signed, and the record locked</source>
        <translation>الإرجاع: يُوقَّع العمل ويُقفل المحضر</translation>
    </message>
    <message>
        <source>Lock the record; what is typed stays as a draft</source>
        <translation>قفل المحضر؛ يبقى ما كُتب مسودة</translation>
    </message>
    <message>
        <source>In a correction: all who are present put their initials</source>
        <translation>في تصحيح: وقّع جميع الحاضرين بالأحرف الأولى</translation>
    </message>
    <message>
        <source>Taking over: without its last line</source>
        <translation>النقل: من دون سطره الأخير</translation>
    </message>
    <message>
        <source>A note at a time of the recording; F5 and F6 set from and to</source>
        <translation>ملاحظة عند وقت من التسجيل؛ F5 وF6 يحددان البداية والنهاية</translation>
    </message>
    <message>
        <source>Check a signed file</source>
        <translation>فحص ملف موقّع</translation>
    </message>
    <message>
        <source>Recording: play, pause (2 s back); at an exhibit: look into its file</source>
        <translation>التسجيل: تشغيل، إيقاف مؤقت (رجوع ثانيتين)؛ عند دليل: الاطلاع على محتوى ملفه</translation>
    </message>
    <message>
        <source>At a file: the page before, the next page</source>
        <translation>عند ملف: الصفحة السابقة، الصفحة التالية</translation>
    </message>
    <message>
        <source>At a file: as large as the window, turned by a quarter</source>
        <translation>عند ملف: ملء النافذة، تدوير بربع دورة</translation>
    </message>
    <message>
        <source>Search everything that is entered</source>
        <translation>البحث في كل ما أُدخل</translation>
    </message>
    <message>
        <source>The turn ends here in the recording; at a case: its list of sections</source>
        <translation>تنتهي المداخلة هنا في التسجيل؛ عند القضية: قائمة أقسامها</translation>
    </message>
    <message>
        <source>List of interviews or of cases, in or out</source>
        <translation>قائمة الجلسات أو القضايا، إظهار أو إخفاء</translation>
    </message>
    <message>
        <source>The next item of what is missing, or stops the signature</source>
        <translation>البند التالي مما ينقص أو يمنع التوقيع</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>La&amp;bels…</source>
        <translation>مل&amp;صقات…</translation>
    </message>
</context>
<context>
    <name>leads</name>
    <message>
        <source>Ask for a time sta&amp;mp…</source>
        <translation>طلب &amp;ختم زمني…</translation>
    </message>
    <message>
        <source>A&amp;dd a time stamp…</source>
        <translation>إ&amp;ضافة ختم زمني…</translation>
    </message>
    <message>
        <source>{name} handed back job {job} on record {record}. It waits to be merged.</source>
        <translation>سلّم {name} العمل {job} على المحضر {record}. وهو ينتظر الضم.</translation>
    </message>
    <message>
        <source>Make my keys my own…</source>
        <translation>صنع مفاتيحي بنفسي…</translation>
    </message>
</context>
<context>
    <name>lines</name>
    <message>
        <source>Break</source>
        <translation>استراحة</translation>
    </message>
</context>
<context>
    <name>lists</name>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}، {second}</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}؛ {second}</translation>
    </message>
    <message>
        <source>{name}: {said}</source>
        <translation>{name}: {said}</translation>
    </message>
    <message>
        <source>«{words}»</source>
        <translation>«{words}»</translation>
    </message>
</context>
<context>
    <name>lock</name>
    <message>
        <source>The vault also locks when this computer goes to sleep and when its screen is locked.</source>
        <translation>تُقفل الخزنة أيضًا عندما يدخل هذا الحاسوب في وضع السكون وعندما تُقفل شاشته.</translation>
    </message>
    <message>
        <source>This system does not tell the program that the screen is locked or that the computer sleeps. The vault locks when the computer wakes up.</source>
        <translation>لا يُعلِم هذا النظام البرنامج بقفل الشاشة ولا بالسكون: تُقفل الخزنة عند استيقاظ الحاسوب.</translation>
    </message>
    <message>
        <source>Lock without saving what is typed?</source>
        <translation>القفل من دون ما كُتب؟</translation>
    </message>
    <message>
        <source>&amp;Lock all the same</source>
        <translation>ال&amp;قفل مع ذلك</translation>
    </message>
    <message>
        <source>Stop the work in progress?</source>
        <translation>إيقاف ما هو جارٍ؟</translation>
    </message>
    <message>
        <source>It stops before the program ends. Unfinished work starts from the beginning later.</source>
        <translation>يُوقَف قبل أن ينتهي البرنامج. وما لم يُنجَز يُبدأ من جديد لاحقًا.</translation>
    </message>
    <message>
        <source>Close without saving what is typed?</source>
        <translation>الإغلاق من دون ما كُتب؟</translation>
    </message>
    <message>
        <source>It cannot be saved: {reason}. It would have to be typed again.</source>
        <translation>لا يمكن حفظه: {reason}. وسيلزم أن يُكتب من جديد.</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>إي&amp;قاف وإغلاق</translation>
    </message>
    <message>
        <source>&amp;Close all the same</source>
        <translation>الإ&amp;غلاق مع ذلك</translation>
    </message>
    <message>
        <source>it could not be written</source>
        <translation>تعذّرت كتابته</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <source>the vault can only be read</source>
        <translation>الخزنة للقراءة فقط</translation>
    </message>
    <message>
        <source>this computer remembers another state of the vault</source>
        <translation>يتذكر هذا الحاسوب حالة أخرى للخزنة</translation>
    </message>
    <message>
        <source>another program changed the vault while it was open</source>
        <translation>غيّر برنامج آخر الخزنة وهي مفتوحة</translation>
    </message>
    <message>
        <source>the vault was changed outside the event chain</source>
        <translation>غُيّرت الخزنة من وراء سلسلة الأحداث</translation>
    </message>
    <message>
        <source>Appearance, language and keys change when the program restarts, at the latest after a lock.</source>
        <translation>يتغير المظهر واللغة والمفاتيح عند إعادة تشغيل البرنامج، وفي أقصى حد بعد القفل.</translation>
    </message>
</context>
<context>
    <name>new-file</name>
    <message>
        <source>Save as</source>
        <translation>الحفظ باسم</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>ت&amp;صفح…</translation>
    </message>
    <message>
        <source>Please choose a folder that exists.</source>
        <translation>يُرجى اختيار مجلد موجود.</translation>
    </message>
    <message>
        <source>There is no file of this name.</source>
        <translation>لا يوجد ملف بهذا الاسم.</translation>
    </message>
    <message>
        <source>There is something of this name already. Please choose another name.</source>
        <translation>يوجد شيء بهذا الاسم. اختر اسمًا آخر.</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>{note}, to be placed again</source>
        <translation>{note}، تُوضع من جديد</translation>
    </message>
    <message>
        <source>?</source>
        <translation>؟</translation>
    </message>
    <message>
        <source>These words stand in the next wording, and the note goes with them.</source>
        <translation>هذه الكلمات موجودة في الصياغة التالية، والملاحظة تنتقل معها.</translation>
    </message>
    <message>
        <source>The note was placed again at words of the present wording.</source>
        <translation>وُضعت الملاحظة من جديد عند كلمات من الصياغة الحالية.</translation>
    </message>
    <message>
        <source>The note was given another time of the recording.</source>
        <translation>أُعطيت الملاحظة وقتًا آخر من التسجيل.</translation>
    </message>
    <message>
        <source>{range}, in a recording that is not here</source>
        <translation>{range}، في تسجيل ليس هنا</translation>
    </message>
</context>
<context>
    <name>objection</name>
    <message>
        <source>Ob&amp;jection in private…</source>
        <translation>ا&amp;عتراض على انفراد…</translation>
    </message>
    <message>
        <source>It is sealed for the magistrates.</source>
        <translation>تم ختمه للقضاة.</translation>
    </message>
</context>
<context>
    <name>own_keys</name>
    <message>
        <source>The keys that you made sign as soon as somebody who holds the key of the root certificate renews the certificates (Office, Signing keys).</source>
        <translation>توقّع المفاتيح التي صنعتها متى جدّد من لديه مفتاح شهادة الجذر الشهادات (المكتب، مفاتيح التوقيع).</translation>
    </message>
    <message>
        <source>Your keys were made in the program of {name}, who could have kept them.</source>
        <translation>صُنعت مفاتيحك في برنامج {name} الذي قد يكون احتفظ بها.</translation>
    </message>
    <message>
        <source>Your keys are new. The vault opens with the new passphrase from now on. A recovery code or shares that you had are void.</source>
        <translation>مفاتيحك جديدة. تُفتح الخزنة من الآن بعبارة المرور الجديدة. ولم يعد يُعتدّ برمز الاسترداد ولا بالحصص التي كانت لديك.</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>The pages could not be written there. Please choose another place.</source>
        <translation>تعذّرت كتابة الصفحات هناك. اختر مكاناً آخر.</translation>
    </message>
    <message>
        <source>The pages are in {file}. Print them, then delete the file.</source>
        <translation>الصفحات في {file}. اطبعها ثم احذف الملف.</translation>
    </message>
    <message>
        <source>The paper that was printed to be signed has the digest {digest}; its scan is not named yet.</source>
        <translation>الورقة المطبوعة للتوقيع تحمل البصمة {digest}؛ ولم يُعيَّن مسحها الضوئي بعد.</translation>
    </message>
    <message>
        <source>The paper that was printed to be signed has the digest {digest}; its scan is {exhibit}.</source>
        <translation>الورقة المطبوعة للتوقيع تحمل البصمة {digest}؛ ومسحها الضوئي هو {exhibit}.</translation>
    </message>
</context>
<context>
    <name>paths</name>
    <message>
        <source>Nobody on this computer has this name behind ~. Write the whole path.</source>
        <translation>لا أحد على هذا الحاسوب يحمل هذا الاسم بعد ~. اكتب المسار كاملًا.</translation>
    </message>
    <message>
        <source>This name is too long. Please choose a shorter one.</source>
        <translation>هذا الاسم طويل جدًا. اختر اسمًا أقصر.</translation>
    </message>
</context>
<context>
    <name>receiving</name>
    <message>
        <source>The receipt of {office} for {number} is entered. It is not of the office of a recipient: the transfer is not closed.</source>
        <translation>أُدخل إيصال {office} عن {number}. ليس من مكتب مستلم: لم تنته الإحالة.</translation>
    </message>
    <message>
        <source>The receipt of {office} for {number} is entered. The transfer is not closed yet: no receipt of {names}.</source>
        <translation>أُدخل إيصال {office} عن {number}. لم تنته الإحالة بعد: لا إيصال من {names}.</translation>
    </message>
    <message>
        <source>The receipt of {office} for {number} is entered. Nobody recorded whether it is the office of a recipient: record that under Office, Other offices.</source>
        <translation>أُدخل إيصال {office} عن {number}. لم يسجّل أحد أهو مكتب مستلم أم لا: سجّل ذلك في المكتب، مكاتب أخرى.</translation>
    </message>
    <message>
        <source>The receipt of {office} for {number} is entered: the transfer is closed.</source>
        <translation>أُدخل إيصال {office} عن {number}: انتهت الإحالة.</translation>
    </message>
</context>
<context>
    <name>recipient</name>
    <message>
        <source>State not said: Office, Other offices</source>
        <translation>لم تُذكر الدولة: المكتب، مكاتب أخرى</translation>
    </message>
    <message>
        <source>{state}, {kind}: not of this bundle</source>
        <translation>{state}، {kind}: ليس من هذه الحزمة</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>يُرجى الاختيار</translation>
    </message>
    <message>
        <source>Please write in which State the addressee is.</source>
        <translation>اكتب في أي دولة يوجد المرسل إليه.</translation>
    </message>
    <message>
        <source>Please choose what the addressee is.</source>
        <translation>اختر صفة المرسل إليه.</translation>
    </message>
</context>
<context>
    <name>risks</name>
    <message>
        <source>This computer swaps memory to a disk that is not encrypted. Testimony may stay readable there.</source>
        <translation>ينقل هذا الحاسوب محتوى الذاكرة إلى قرص غير مشفَّر، وقد تبقى الشهادات مقروءة عليه.</translation>
    </message>
    <message>
        <source>Hibernation would write all of memory to a disk that is not encrypted. Lock the vault before it.</source>
        <translation>يكتب الإسبات الذاكرة كلها على قرص غير مشفَّر. أقفل الخزنة قبله.</translation>
    </message>
</context>
<context>
    <name>shares</name>
    <message>
        <source>Share {number} of {total}: {name}</source>
        <translation>الحصة {number} من {total}: {name}</translation>
    </message>
</context>
<context>
    <name>sheet</name>
    <message>
        <source>Print the recovery sheet</source>
        <translation>طباعة ورقة الاسترداد</translation>
    </message>
    <message>
        <source>Print the sheet of this share</source>
        <translation>طباعة ورقة هذه الحصة</translation>
    </message>
    <message>
        <source>The program distinguishes letters and digits that look alike when the code is typed. The last character of each group checks the group.</source>
        <translation>تُميَّز الحروف والأرقام المتشابهة عند كتابة الرمز، والرمز الأخير من كل مجموعة يتحقق منها.</translation>
    </message>
    <message>
        <source>THB Desktop — recovery sheet</source>
        <translation>THB Desktop — ورقة الاسترداد</translation>
    </message>
    <message>
        <source>{needed} of these {total} shares open the vault together, each with the passphrase that its holder chose. Fewer shares do not open it. Keep this sheet in a safe, away from the computer and from the other shares, and the passphrase in another place.</source>
        <translation>يفتح {needed} من هذه الحصص البالغ عددها {total} الخزنة معًا، كل منها بعبارة المرور التي اختارها حاملها، وما دون ذلك لا يفتح شيئًا. احفظ هذه الورقة في خزانة مأمونة بعيدًا عن الحاسوب وعن الحصص الأخرى، واحفظ عبارة المرور بعيدًا عنها.</translation>
    </message>
    <message>
        <source>Made on {day}</source>
        <translation>أُعدّت في {day}</translation>
    </message>
    <message>
        <source>Vault {id}, made on {day}</source>
        <translation>الخزنة {id}، أُعدّت الورقة في {day}</translation>
    </message>
    <message>
        <source>Who keeps this sheet:</source>
        <translation>من يحفظ هذه الورقة:</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>التوقيع</translation>
    </message>
    <message>
        <source>This code opens the vault when the passphrase is lost. Whoever has this sheet and the folder of the vault can read every case in it. Keep it in a safe, away from the computer.</source>
        <translation>يفتح هذا الرمز الخزنة إذا فُقدت عبارة المرور. ومن كانت لديه هذه الورقة ومجلد الخزنة يستطيع قراءة كل قضية فيها. احفظها في خزانة مأمونة بعيدًا عن الحاسوب.</translation>
    </message>
    <message>
        <source>THB Desktop — recovery share {number} of {total}</source>
        <translation>THB Desktop — حصة الاسترداد {number} من {total}</translation>
    </message>
    <message>
        <source>Holder: {name}</source>
        <translation>الحامل: {name}</translation>
    </message>
</context>
<context>
    <name>signatures</name>
    <message>
        <source>Signatures of {name}</source>
        <translation>توقيعات {name}</translation>
    </message>
    <message>
        <source>The file is judged where it lies, without a network. What is found is kept with exhibit {number} if you say so; earlier judgements stay as they are.</source>
        <translation>يُفحص الملف في مكانه، دون شبكة. يُحفظ ما وُجد مع الدليل {number} إذا طلبت ذلك؛ وتبقى الفحوص السابقة كما هي.</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>فُحص</translation>
    </message>
    <message>
        <source>By</source>
        <translation>من</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>الحكم</translation>
    </message>
    <message>
        <source>Kept with the exhibit</source>
        <translation>محفوظ مع الدليل</translation>
    </message>
    <message>
        <source>Nothing was kept of this exhibit yet.</source>
        <translation>لم يُحفظ شيء لهذا الدليل بعد.</translation>
    </message>
    <message>
        <source>&amp;Show…</source>
        <translation>&amp;عرض…</translation>
    </message>
    <message>
        <source>Keep with a stated &amp;level…</source>
        <translation>حفظ مع مستوى &amp;مذكور…</translation>
    </message>
    <message>
        <source>&amp;Keep with the exhibit</source>
        <translation>&amp;حفظ مع الدليل</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Kept with the exhibit.</source>
        <translation>حُفظ مع الدليل.</translation>
    </message>
    <message>
        <source>Level of the signatures of {name}</source>
        <translation>مستوى التواقيع في {name}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>What others say, for instance a report of a validation service. This program does not judge it, and says so. To correct it, keep the file again: the earlier entry stays.</source>
        <translation>ما يقوله آخرون، مثل تقرير خدمة تحقق. لا يحكم هذا البرنامج عليه، ويذكر ذلك. لتصحيحه احفظ الملف مرة أخرى: يبقى القيد السابق.</translation>
    </message>
    <message>
        <source>Certificates trusted</source>
        <translation>الشهادات الموثوق بها</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>SHA-256 للملف</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>{file}: {verdict} (judged {when} by {name})</source>
        <translation>{file}: {verdict} (فحصه {name} في {when})</translation>
    </message>
</context>
<context>
    <name>signing</name>
    <message>
        <source>{name} has no card in this vault.</source>
        <translation>ليس لدى {name} بطاقة في هذه الخزنة.</translation>
    </message>
    <message>
        <source>It is signed as {name}, with the key {key}.</source>
        <translation>يُوقَّع باسم {name} بالمفتاح {key}.</translation>
    </message>
    <message>
        <source>It is signed as {name}, with the key of the card {key}.</source>
        <translation>يُوقَّع باسم {name} بمفتاح البطاقة {key}.</translation>
    </message>
</context>
<context>
    <name>standings</name>
    <message>
        <source>Valid</source>
        <translation>صالح</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>غير صالح</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تنبيه</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>مانع</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>{state}: {count}</source>
        <translation>{state}: {count}</translation>
    </message>
</context>
<context>
    <name>strength</name>
    <message>
        <source>{count} words drawn at random are hard to guess.</source>
        <translation>{count} كلمات تُختار عشوائيًا يصعب تخمينها.</translation>
    </message>
    <message>
        <source>Too easy to guess, refused: about {bits} bits.</source>
        <translation>سهلة التخمين ومرفوضة: نحو {bits} بت.</translation>
    </message>
    <message>
        <source>Just enough: about {bits} bits.</source>
        <translation>بالكاد كافية: نحو {bits} بت.</translation>
    </message>
    <message>
        <source>Strong: about {bits} bits.</source>
        <translation>قوية: نحو {bits} بت.</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الدولة</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>فُتحت في</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>المقابلات</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>الأدلة</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الوضع</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الصفة</translation>
    </message>
    <message>
        <source>Child, other numbers</source>
        <translation>طفل، أرقام أخرى</translation>
    </message>
    <message>
        <source>Check digits</source>
        <translation>أرقام التحقق</translation>
    </message>
    <message>
        <source>Also named</source>
        <translation>يُسمّى أيضًا</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>بلا مصدر</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Begins there</source>
        <translation>البدء هناك</translation>
    </message>
    <message>
        <source>First no.</source>
        <translation>أول رقم</translation>
    </message>
    <message>
        <source>Last no.</source>
        <translation>آخر رقم</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>العلامة</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>الفريق</translation>
    </message>
    <message>
        <source>As seen</source>
        <translation>كما شوهد</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>وارد</translation>
    </message>
    <message>
        <source>The place was</source>
        <translation>صفة المكان</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>مشطوب</translation>
    </message>
    <message>
        <source>Nothing is recorded.</source>
        <translation>لا شيء مسجَّل.</translation>
    </message>
    <message>
        <source>Child presumed</source>
        <translation>يُفترض أنه طفل</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>طفل</translation>
    </message>
    <message>
        <source>also {numbers}</source>
        <translation>أيضًا {numbers}</translation>
    </message>
    <message>
        <source>under {numbers}</source>
        <translation>تحت {numbers}</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>أُدخل</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Rows not read</source>
        <translation>صفوف لم تقرأ</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>رصيد الافتتاح</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>رصيد الإقفال</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>الدليل</translation>
    </message>
</context>
<context>
    <name>turns</name>
    <message>
        <source>Words are typed here. Please say how they were captured, or remove them.</source>
        <translation>كُتب كلام هنا. يرجى بيان كيفية التقاطه أو حذفه.</translation>
    </message>
    <message>
        <source>Please type the original, or say that it was not transcribed.</source>
        <translation>يرجى كتابة الأصل أو بيان أنه لم يُدوَّن.</translation>
    </message>
    <message>
        <source>Go to the words of a turn first: it is split at the cursor.</source>
        <translation>انتقل أولًا إلى كلمات مداخلة: تُقسم عند المؤشر.</translation>
    </message>
    <message>
        <source>The original of this turn is not written down, so it cannot be split at its words. Cut the second half from the rendition, and enter it as a turn of its own.</source>
        <translation>أصل هذه المداخلة غير مدوَّن، فلا يمكن قسمتها عند كلماتها. اقطع النصف الثاني من كلام المترجم ودوّنه مداخلة مستقلة.</translation>
    </message>
    <message>
        <source>A turn is split in its original: put the cursor there. The rendition is divided then.</source>
        <translation>تُقسم المداخلة في أصلها: ضع المؤشر هناك. ثم يُقسم كلام المترجم.</translation>
    </message>
    <message>
        <source>Put the cursor between two words: the turn is split there.</source>
        <translation>ضع المؤشر بين كلمتين: تُقسم المداخلة هناك.</translation>
    </message>
</context>
<context>
    <name>versions</name>
    <message>
        <source>Turn</source>
        <translation>المداخلة</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>الصيغ</translation>
    </message>
</context>
<context>
    <name>wayback</name>
    <message>
        <source>When the vault locked you were at {page}.</source>
        <translation>عند إقفال الخزنة كنت في: {page}.</translation>
    </message>
    <message>
        <source>You were typing in turn {turn}, which is kept as a draft.</source>
        <translation>كنت تكتب في المداخلة {turn}، وهي محفوظة كمسودة.</translation>
    </message>
    <message>
        <source>Typed and not saved: {forms}.</source>
        <translation>كُتب ولم يُحفظ: {forms}.</translation>
    </message>
</context>
<context>
    <name>wordings</name>
    <message>
        <source>Second linguist</source>
        <translation>اللغوي الثاني</translation>
    </message>
    <message>
        <source>author not said</source>
        <translation>لم يُذكر المؤلف</translation>
    </message>
    <message>
        <source>{author}, {at}</source>
        <translation>{author}، {at}</translation>
    </message>
    <message>
        <source>{author}, {at}, typed by {typist}</source>
        <translation>{author}، {at}، كتبه {typist}</translation>
    </message>
    <message>
        <source>{job}, version {number}</source>
        <translation>{job}، الصيغة {number}</translation>
    </message>
    <message>
        <source>of version {number}, which has the same words</source>
        <translation>على الصيغة {number} التي لها الكلمات نفسها</translation>
    </message>
</context>
</TS>
