"""The names of the months in the languages of the case, for comparing a date in two texts.

From the Unicode CLDR, as Qt has it; Vietnamese numerals and the months of the Levant are added. A name that
is two months in two languages (`listopad`) stands at both.
"""

MONTHS: dict[int, str] = {
    1: (
        "de gener | eanáir | enero | gener | gennaio | ianuarie | ionawr | jaanuar | janaayo | janar | "
        "janeiro | jannaayo | jannar | januar | januari | januarie | january | januwari | január | "
        "januára | janvier | janvāris | janúar | leden | ledna | ocak | oṣù ṣẹ́rẹ́ | rêbendan | sausio | "
        "sausis | siječanj | siječnja | styczeń | stycznia | tammikuu | tammikuuta | tháng giêng | tháng "
        "một | urtarrila | yanvar | ιανουάριοσ | ιανουαρίου | нэгдүгээр сар | студзень | студзеня | "
        "січень | січня | январь | января | януари | јануар | јануари | қаңтар | հունվար | հունվարի | "
        "ינואר | جنوري | جنوری | كانون الثاني | يناير | ژانویه | ژانویهٔ | जनवरी | जानेवारी | জানুয়ারি | "
        "ਜਨਵਰੀ | ஜனவரி | జనవరి | มกราคม | ມັງກອນ | ဇန်နဝါရီ | იანვარი | ጃንዋሪ | មករា"
    ),
    2: (
        "chwefror | de febrer | feabhra | febbraio | febraayo | febrer | febrero | februar | februari | "
        "februarie | february | februwari | február | februára | februāris | febrúar | fevereiro | fevral "
        "| frar | février | helmikuu | helmikuuta | lutego | luty | otsaila | oṣù èrèlè | pebrero | "
        "shkurt | sibat | tháng hai | vasario | vasaris | veebruar | veljača | veljače | únor | února | "
        "şubat | φεβρουάριοσ | φεβρουαρίου | ақпан | лютага | лютий | лютого | люты | фебруар | февраль | "
        "февраля | февруари | хоёрдугаар сар | փետրվար | փետրվարի | פברואר | شباط | فبراير | فبروري | "
        "فروری | فوریه | فوریهٔ | فېبروري | फ़रवरी | फेब्रुअरी | फेब्रुवारी | ফেব্রুয়ারি | ਫ਼ਰਵਰੀ | "
        "பிப்ரவரி | ఫిబ్రవరి | กุมภาพันธ์ | ກຸມພາ | ဖေဖော်ဝါရီ | თებერვალი | ለካቲት | ፌብሩዋሪ | កុម្ភៈ"
    ),
    3: (
        "adar | březen | března | de març | kovas | kovo | maaliskuu | maaliskuuta | maarso | maart | mac "
        "| machi | marca | march | marec | maret | mars | marso | mart | martie | marts | martxoa | "
        "marzec | marzo | marzu | març | março | mashi | mawrth | március | márta | märts | märz | ožujak "
        "| ožujka | oṣù ẹrẹ̀nà | tháng ba | μάρτιοσ | μαρτίου | березень | березня | гуравдугаар сар | "
        "март | марта | наурыз | сакавік | сакавіка | մարտ | մարտի | מרץ | آذار | مارس | مارچ | मार्च | "
        "মার্চ | ਮਾਰਚ | மார்ச் | మార్చి | มีนาคม | ມີນາ | မတ် | მარტი | መጋቢት | ማርች | មីនា"
    ),
    4: (
        "abriil | abril | aibreán | apirila | aprel | april | aprile | aprili | aprilie | aprill | apríl "
        "| apríla | aprīlis | avril | balandis | balandžio | duben | dubna | d’abril | ebrill | ephreli | "
        "huhtikuu | huhtikuuta | kwiecień | kwietnia | nisan | nîsan | oṣù ìgbé | prill | tháng tư | "
        "travanj | travnja | április | απρίλιοσ | απριλίου | апрель | апреля | април | дөрөвдүгээр сар | "
        "квітень | квітня | красавік | красавіка | сәуір | ապրիլ | ապրիլի | אפריל | آوریل | أبريل | اپریل "
        "| نيسان | अप्रिल | अप्रैल | एप्रिल | এপ্রিল | ਅਪ੍ਰੈਲ | ஏப்ரல் | ఏప్రిల్ | เมษายน | ເມສາ | ဧပြီ | "
        "აპრილი | ሚያዝያ | ኤፕሪል | មេសា"
    ),
    5: (
        "bealtaine | de maig | gegužė | gegužės | gulan | květen | května | maayo | maggio | mai | "
        "maiatza | maig | maijs | maio | maj | maja | may | mayo | mayıs | maí | mei | mejju | meyi | máj "
        "| mája | május | oṣù ẹ̀bibi | svibanj | svibnja | tháng năm | toukokuu | toukokuuta | μάιοσ | "
        "μαΐου | май | мамыр | мая | мај | тавдугаар сар | травень | травня | մայիս | մայիսի | מאי | "
        "أيار | مئی | مايو | مهٔ | พฤษภาคม | ພຶດສະພາ | მაისი | ጉንበት | ឧសភា"
    ),
    6: (
        "birželio | birželis | czerwca | czerwiec | de juny | ekaina | giugno | haziran | hezîran | hunyo "
        "| iunie | iyun | juin | jun | june | junho | juni | junie | junij | junio | juny | juun | juuni "
        "| jún | júna | június | júní | jūnijs | kesäkuu | kesäkuuta | lipanj | lipnja | mehefin | "
        "meitheamh | oṣù òkúdu | qershor | tháng sáu | červen | června | ġunju | ιουνίου | ιούνιοσ | "
        "зургаадугаар сар | июнь | июня | маусым | червень | червня | чэрвень | чэрвеня | юни | јун | "
        "јуни | հունիս | հունիսի | יוני | جون | حزيران | يونيو | ژوئن | जुन | जून | জুন | ਜੂਨ | ஜூன் | "
        "జూన్ | มิถุนายน | ມິຖຸນາ | ဇွန် | ივნისი | មិថុនា"
    ),
    7: (
        "de juliol | gorffennaf | heinäkuu | heinäkuuta | hulyo | iulie | iyul | iúil | juillet | jul | "
        "julai | julayi | julho | juli | julie | julij | julio | juliol | july | juuli | júl | júla | "
        "július | júlí | jūlijs | korrik | liepa | liepos | lipca | lipiec | luglio | lulju | luulyo | "
        "oṣù agẹmọ | srpanj | srpnja | temmuz | tháng bảy | tîrmeh | uztaila | července | červenec | "
        "ιουλίου | ιούλιοσ | долоодугаар сар | июль | июля | липень | липня | ліпень | ліпеня | шілде | "
        "юли | јул | јули | հուլիս | հուլիսի | יולי | تموز | جولائی | جولای | يوليو | ژوئیه | ژوئیهٔ | "
        "जुलाई | जुलै | জুলাই | ਜੁਲਾਈ | ஜூலை | జులై | กรกฎาคม | ກໍລະກົດ | ဇူလိုင် | ივლისი | ሓምለ | ጁላይ | "
        "កក្កដា"
    ),
    8: (
        "abuztua | agasti | agost | agosti | agosto | agustus | août | august | augusta | augusti | "
        "augusts | augustus | augusztus | avgust | avqust | awst | awwissu | ağustos | d’agost | elokuu | "
        "elokuuta | gusht | kolovoz | kolovoza | lúnasa | ogos | ogosto | oṣù ògún | rugpjūtis | "
        "rugpjūčio | sierpień | sierpnia | srpen | srpna | tebax | tháng tám | ágúst | αυγούστου | "
        "αύγουστοσ | август | августа | жнівень | жніўня | наймдугаар сар | серпень | серпня | тамыз | "
        "օգոստոս | օգոստոսի | אוגוסט | أغسطس | اوت | اګست | اگست | अगस्ट | अगस्त | ऑगस्ट | আগস্ট | ਅਗਸਤ | "
        "ஆகஸ்ட் | ఆగస్టు | สิงหาคม | ສິງຫາ | ဩဂုတ် | აგვისტო | ነሓሰ | ኦገስት | សីហា"
    ),
    9: (
        "de setembre | eylül | iraila | medi | meán fómhair | oṣù owewe | rugsėjis | rugsėjo | rujan | "
        "rujna | sebteembar | sebtembar | sentabr | sentyabr | septemba | septembar | september | "
        "septembra | septembre | septembrie | septembris | septhemba | septiembre | setembre | setembro | "
        "settembre | settembru | setyembre | shtator | syyskuu | syyskuuta | szeptember | tháng chín | "
        "wrzesień | września | září | îlon | σεπτέμβριοσ | σεπτεμβρίου | верасень | верасня | вересень | "
        "вересня | есдүгээр сар | сентябрь | сентября | септембар | септември | қыркүйек | սեպտեմբեր | "
        "սեպտեմբերի | ספטמבר | أيلول | سبتمبر | ستمبر | سپتامبر | سپتمبر | سېپتمبر | सप्टेंबर | सितंबर | "
        "सेप्टेम्बर | সেপ্টেম্বর | ਸਤੰਬਰ | செப்டம்பர் | సెప్టెంబర్ | กันยายน | ກັນຍາ | စက်တင်ဘာ | "
        "სექტემბერი | መስከረም | ሴፕቴምበር | កញ្ញា"
    ),
    10: (
        "cotmeh | deireadh fómhair | d’octubre | ekim | hydref | listopad | listopada | lokakuu | "
        "lokakuuta | october | octobre | octombrie | octubre | oktabr | okthoba | oktoba | oktobar | "
        "oktober | oktobris | oktoobar | oktoober | oktubre | oktyabr | október | októbra | ottobre | "
        "ottubru | outubro | oṣù ọ̀wàrà | październik | października | spalio | spalis | tetor | tháng "
        "mười | urria | říjen | října | οκτωβρίου | οκτώβριοσ | аравдугаар сар | жовтень | жовтня | "
        "кастрычнік | кастрычніка | октобар | октомври | октябрь | октября | қазан | հոկտեմբեր | "
        "հոկտեմբերի | אוקטובר | أكتوبر | اکتبر | اکتوبر | تشرين الأول | अक्टूबर | अक्टोबर | ऑक्टोबर | "
        "অক্টোবর | ਅਕਤੂਬਰ | அக்டோபர் | అక్టోబర్ | ตุลาคม | ຕຸລາ | အောက်တိုဘာ | ოქტომბერი | ኦክቶበር | ጥቅምቲ | "
        "តុលា"
    ),
    11: (
        "azaroa | de novembre | kasım | lapkritis | lapkričio | listopad | listopada | listopadu | "
        "marraskuu | marraskuuta | mijdar | nobyembre | noiembrie | noofeembar | novemba | novembar | "
        "november | novembra | novembre | novembris | novembro | novembru | noviembre | noyabr | nëntor | "
        "nóvember | oṣù bélú | samhain | studeni | studenoga | tachwedd | tháng mười một | νοέμβριοσ | "
        "νοεμβρίου | арван нэгдүгээр сар | листопад | листопада | лістапад | лістапада | новембар | "
        "ноември | ноябрь | ноября | қараша | նոյեմբեր | նոյեմբերի | נובמבר | تشرين الثاني | نوامبر | "
        "نوفمبر | نومبر | नवंबर | नोभेम्बर | नोव्हेंबर | নভেম্বর | ਨਵੰਬਰ | நவம்பர் | నవంబర్ | พฤศจิกายน | "
        "ພະຈິກ | နိုဝင်ဘာ | ნოემბერი | ሕዳር | ኖቬምበር | វិច្ឆិកា"
    ),
    12: (
        "abendua | aralık | berfanbar | de desembre | decembar | december | decembra | decembrie | "
        "decembris | dekabr | desemba | desember | desembre | detsember | dezember | dezembro | dhjetor | "
        "dicembre | diciembre | diseembar | disemba | disember | disyembre | diċembru | décembre | "
        "grudnia | grudzień | gruodis | gruodžio | joulukuu | joulukuuta | nollaig | oṣù ọ̀pẹ̀ | prosinac "
        "| prosinca | prosince | prosinec | rhagfyr | tháng chạp | tháng mười hai | δεκέμβριοσ | "
        "δεκεμβρίου | арван хоёрдугаар сар | грудень | грудня | декабрь | декабря | декември | децембар | "
        "желтоқсан | снежань | снежня | դեկտեմբեր | դեկտեմբերի | דצמבר | دسامبر | دسمبر | ديسمبر | كانون "
        "الأول | डिसेंबर | डिसेम्बर | दिसंबर | ডিসেম্বর | ਦਸੰਬਰ | டிசம்பர் | డిసెంబర్ | ธันวาคม | ທັນວາ | "
        "ဒီဇင်ဘာ | დეკემბერი | ታሕሳስ | ዲሴምበር | ធ្នូ"
    ),
}
"""The names of each month, in small letters, with bars between them."""
