/// Passwords that guessers try first, and words that people here build theirs from; 4812 entries, lower case.
///
/// - Source: the frequency list of passwords in zxcvbn 4.4.28 (<https://pypi.org/project/zxcvbn/>; MIT licence, Copyright
///   (c) 2016 Dan Wheeler and Dropbox, Inc.): the first 4,500 of at least four characters and all of at least twelve; the
///   Vietnamese ones are ours. The licence stands in docs/decisions/0007-common-passwords.md.
enum CommonPasswords {
    static let words = Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
    /// Unit: characters.
    static let longest = words.reduce(0) { max($0, $1.utf8.count) }

    private static let list = """
        0.0.0.000 0.0.000 000000 0000007 000001 000007 000111 007007 01011900 01011910 01011960 01011970 01011975
        01011977 01011978 01011979 01011980 01011981 01011982 01011983 01011984 01011985 01011986 01011987 01011988
        01011989 01011990 01011991 01011992 01011993 01011994 01011995 01011999 01012000 01012001 01012010 01012011
        010180 010203 01020304 010203040506 01031988 01041985 01041988 01061986 01061990 01071986 01081989 01091987
        01091989 01121986 01121988 012345678910 014702580369 01telemike01 02011980 02011981 02011984 02011985 02011986
        02011987 02011988 02011989 02021973 02021976 02021979 02021981 02021982 02021983 02021984 02021985 02021986
        02021987 02021988 02021989 02021990 02031979 02031980 02031981 02031982 02031984 02031985 02031986 02031987
        02031989 02041979 02041980 02041981 02041982 02041983 02041984 02041985 02041986 02041987 02041988 02041989
        02051980 02051982 02051983 02051984 02051986 02051987 02051988 02051989 02061980 02061982 02061983 02061984
        02061985 02061986 02061987 02061988 02061989 02071980 02071981 02071982 02071983 02071984 02071986 02071987
        02071988 02071989 02081977 02081980 02081982 02081983 02081984 02081985 02081986 02081987 02081988 02081989
        02091980 02091981 02091983 02091984 02091985 02091986 02091987 02091989 02101981 02101983 02101984 02101985
        02101986 02101987 02101988 02101989 03041986 03041991 03082006 04041988 04041991 05051985 05051987 06061986
        07071987 08031986 08121986 09051945 100000 1000000 10011986 10011990 10031988 10051987 10071987 10101986 102030
        10203040 102030405060 102938 1029384756 11051987 11051990 11061985 11081989 111000 111111 11111111 1111111111zz
        111111a 111111q 11112222 111222 111222333 111222333000 111222333444555 111333 111qqq 112211 112233 11223344
        1122334455 112233445566 112358 11235813 1123581321 12011987 12021988 12051988 120676 12121985 12121990 121314
        12131415 122333 122333444455555 123000 123098 123123 12312312 123123a 123123q 123123qweqwe 1232323q 123321
        123321123 123321456654 123321a 123321q 123321qweewq 1234321 12344321 123451 123454321 123455 1234554321 123456
        1234560 123456123 123456654321 1234567 12345678 123456782000 1234567887654321 123456789 1234567890 123456789000
        12345678900987654321 1234567890987654321 1234567890a 1234567890q 1234567890qaz 1234567890qw 1234567890qwe
        1234567890qwerty 1234567890zzz 1234567891 12345678910 123456789101 123456789123 1234567892000 12345678987654321
        123456789987654321 123456789a 123456789abc 123456789asd 123456789q 123456789qaz 123456789qqq 123456789qwe
        123456789qwer 123456789qwerty 123456789s 123456789z 123456789zxc 12345678a 12345678q 12345679 1234567a 1234567q
        1234567qwertyu 123456a 123456aa 123456k 123456l 123456m 123456q 123456qw 123456qwe 123456qwerty 123456r 123456s
        123456z 123457 12345a 12345q 12345qwe 12345qwert 12345t 12345z 123465 1234abcd 1234asdf 1234qw 1234qwe 1234qwer
        1234qwerasdf 1234qwerasdfzxcv 123654 12365478 123654789 1236987 12369874 123698745 123789 123789456 123987
        123aaa 123abc 123asd 123ewq 123qaz 123qq123 123qw 123qwe 123qwe123 123qwe456rty 123qweasd 123qweasdzxc 123qwer
        123qwerty 123qwerty123 123zxc 124578 128500 12qw12 12qw12qw 12qw34er 12qw34er56ty 12qwas 12qwaszx 13031987
        13041987 13041988 13061986 131313 132435 13243546 134679 134679852 135246 135790 135791 135792468 1357924680
        1366613 14021985 14061991 14111986 141627 142536 147258 14725836 147258369 147369 147741 147852 147852369
        1478963 14789632 147896325 147963 15051981 150781 153624 15426378 159357 159632 159753 159753456852 159951
        162534 17051988 172839 18011987 18436572 19061987 19101987 192837 192837465 19411945 196969 1a2b3c 1a2b3c4d
        1a2s3d4f 1a2s3d4f5g6h 1passwor 1pussy 1q2w3e 1q2w3e4r 1q2w3e4r5 1q2w3e4r5t 1q2w3e4r5t6y 1qa2ws 1qa2ws3ed
        1qa2ws3ed4rf 1qa2ws3ed4rf5tg 1qaz2ws 1qaz2wsx 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw2 1qazxsw23edc
        1qazxsw23edcvfr4 1qwerty 1x2zkg8w 1z2x3c 1z2x3c4v 200000 20031987 20061988 20111986 21011989 21031987 21031988
        21031990 2128506 22011988 22021989 22041987 222333 223344 225588 23041987 23176djivanfros 235689 24011985
        24061986 246810 25031987 25081988 25800852 25802580 258456 258852 26061987 27061988 28021992 28041987 29051989
        29071983 3000gt 30041986 30051985 31217221027711 314159 31415926 315475 321123 321456 321654 321654987
        32615948worms 332211 333666 333777 336699 362436 369258 369852 369963 3x7pxr 41d8cd98f00b 420000 420247 420420
        426hemi 445566 456123 456321 456654 456852 45m2do5bs 4815162342 4815162342lost 4runner 50cent 50spanks
        541233432442 5551212 555666 555777 59382113kevinp 635241 654123 654321 655321 666666 666777 666999 6751520
        696969 73501505 74108520 741852 741852963 742617000027 753159 753951 7753191 7777777 777888 7779311 778899
        784512 787898 789123 789456 78945612 789456123 7894561230 7895123 789654 789987 794613 7ugd5hip2j 81fukkc 852456
        8675309 89231243658s 89876065093rax 8j4ye3uz 906090 911911 9293709b13 9379992 951753 9562876 963852 963852741
        987123 987321 987456 987456321 998877 a11111 a12345 a123456 a1234567 a12345678 a123456789 a1a2a3 a1b2c3 a1b2c3d4
        a1s2d3 a1s2d3f4 a1s2d3f4g5h6 aa123456 aaa111 aaaaa1 aaliyah aardvark aaron1 abc12 abc123 abc1234 abc12345
        abc123456789 abcd123 abcd1234 aberdeen abgrtyu abnormal abrakadabra absolut abstr access access14 accord
        achilles achtung action adam12 adgjmp adgjmptw adidas admin admin18533362 administrator adonis aezakmi agent007
        aggies aikido airborne airbus airforce airplane airwolf akira alabama aladin alaska albany albatros albion
        alejandr aleksandr aleksandra aleksey alenka alessandro alex123 alexande alexandr alexey alexis alfa alibaba
        aliens allmine allsop allstar aloha alpha alpha1 alphabet alpine altima alucard amadeus amadeusptfcor amand
        amanda1 amateur amateurs amazon amber1 americ america america1 amerika amigo amorcit amsterda amsterdam
        an83546921an13 anaconda anai anakin anal analsex anarchy anastasi anastasiya andrea1 andrei andrew1 andrewjackie
        andrey andromed andromeda andyod22 anfield angel angel1 angel123 angels angelus angus anhnhoem anhyeuem animal
        anime annie1 anninhmang antananarivu antares antelope anthon anthony1 anthrax antoan antoanthongtin antoni
        anubis apache apollo apollo13 apple apple1 apple123 applepie apples aptiva aquarius aragorn aramis arcadia
        area51 arizona arjay armada armagedon armani armstron arrow arrows arsenal arsenal1 artem artemis artemka artur
        asd123 asdasd asddsa asdf asdf12 asdf123 asdf1234 asdfasdf asdfg asdfgh asdfgh01 asdfgh123456 asdfghj asdfghjk
        asdfghjkl asdfghjkl123 asdfjkl asdfzxcv asdqwe123 asdzxc ashley1 asimov aspire aspirine assassin assfuck asshole
        asshole1 assholes assman assword asterix astra astral astro astros athlon atlanta atlantis atomic attila auburn
        auckland2010 audi audia4 aussie austin austin1 australi avalanch avalon avatar avenger avrillavigne awesome
        azamat azazel azerty azsxdc azsxdcfv babe babes babyblue babyboy babydoll babyface babygirl babylon babylon5
        babylove bacardi bacchus bacho backdoor badass badboy baddog badger badgers badgirl badman baggins baggio bagira
        bailey1 baller ballin balloon balloons balls bambam bamboo banana bananas banane bandit bang banger bangkok
        bangvang banker banner banshee bantochuc banzai baomat barbados barbie barcelon barcelona barefoot barkley
        barney barselona barsik bartman basebal baseball baseball1 basket basketba basset bassman bastard batman batman1
        bayern bcfields bdsm beaches beagle beamer beaner beanie bear bearcat bearcats beardog beast beast1 beastie
        beatle beatles beautifu beauty beaver beavis beckham beefcake beemer beer beerman beetle bella1 belmont benfica
        beng bengals beowulf beretta bergkamp berlin bestbuy bhbirf bian biao biatch bicycle bigass bigballs bigbear
        bigben bigbird bigblock bigblue bigbob bigboobs bigboss bigboy bigbutt bigcat bigcock bigdaddy bigdick bigdog
        bigfish bigfoot biggie biggles bigguy bighead bigmac bigman bigmike bigmoney bigone bigpimp bigpoppa bigred
        bigsexy bigtime bigtit bigtits biker bikini bilbo billy1 billybob billyboy bimmer bing bingo bingo1 binladen
        bird33 birddog birdie birdman biscuit bismillah bitch bitch1 bitchass bitches biteme bizkit blabla black1
        blackbir blackcat blackdog blackhaw blackie blackjac blackjack blackout blacks blacky blade blades blahblah blam
        blaster blaze blazer blessed blessing blink182 blizzard blonde blondes blondie blowjob blowme bltynbabrfwbz blue
        blue12 blue123 blue22 bluebell bluebird blueboy bluedog blueeyes bluefish bluemoon blues blues1 bluesky bluesman
        bmw325 boating bob123 bobafett bobby1 bobcat bobdole bobdylan bocongan boeing bogart bogdan bogey bohica boiler
        bollocks bollox bologna bombay bomber bombers bond007 bondage bonehead boner bones bonjour bonjovi bonkers
        bonsai boob boobie boobies booboo boobs booger boogie bookworm boomboom boomer boomer1 booster bootie boots
        booty boozer borabora boricua borussia bosco bossman boston bounce bounty bowler bowling bowwow boxer boxers
        boxing boxster boy4u2ownnyc boytoy bpgjldsgjldthnf br0d3r br549 brando brandon1 brandy brasil braves brazil
        breast breasts breeze brian1 brighton bristol britney brodie broker bronco broncos broncos1 brooklyn brown1
        brownie browns bruce1 brucelee bruins bruiser bruno1 brutus bubba bubba1 bubba69 bubbas bubble bubbles buceta
        bucket buckeye buckeyes buckshot budapest buddah buddha buddie buddy buddy1 buddy123 buddyboy budlight budman
        budweise buffalo buffalo1 buffett buffy1 bugger builder bull bulldog bulldog1 bulldogs bullet bullfrog bulls
        bullseye bullshit bummer bumper bunghole bunnies bunny bunny1 burger burrito bushido businessbabe buster buster1
        busty butch butter buttercu butterfl butterfly buttfuck butthead butthole buttman buttons buzzard byteme cabbage
        cabron cactus cadillac caesar calgary calibra calico caliente californ caligula callisto callum camaro cambiami
        camel camelot camels cameltoe cameron cameron1 camper canada cancer cancun candle candy1 candyman cang cannabis
        canon cantona capone capricorn capslock captain caramel caravan cardinal carlito carlitos carmex2 carnage
        carolina carpedie carpente carpet carrera carrot cartman cartoon casanova caserta casey1 casino casper casper1
        cassie cat123 catch22 catdog catfish catherin catman cats catwoman cavalier caveman cayman cbr600 cbr900rr
        ccbill cdtnbr cdtnkfyf celeb celeron celica celine celtic celtics ceng cerberus cessna cfitymrf cgfhnfr chai
        chainsaw champ champion champs changeme chao chaoban chaos charger chargers charles1 charli charlie charlie1
        charlott charlton charly charmed chase1 chaser cheater checkers cheech cheeks cheers cheese cheese1 cheetah
        chelsea chelsea1 cherokee cherry cheshire chester chester1 chevelle chevrole chevrolet chevy chevy1 chevys
        chewie cheyenne chiara chicago chicago1 chichi chicken chicken1 chickens chickenwing101 chicks chico chiefs
        chilli chillin chilly chimera chinhphu chinook chipmunk chipper chippy chivas chloe1 chocolat choochoo chopin
        chopper chou chris1 chrisbln chriss chrissy christ christia christin christma christop christopher1 chrome
        chronic chrono chrysler chuai chuang chubby chuckie chuckles chucky chui chunky chuo chuyendoiso ciccio cicero
        cigars cinder cindy1 cinnamon citadel citroen cjdthitycndj cjkysirj cjkywt clancy clapton clarinet classic
        classics claudi claymore clemson cleopatr clevelan climber clipper clippers clit clitoris cloud9 clouds clover
        clowns cnfybckfd cobain cobalt cobra cobra1 cobras cocacola cocaine cock cocker cocks cocksuck coconut codered
        coffee cohiba coke coldbeer coldplay colnago colombia colorado colors colt45 coltrane comanche combat123654
        comet commando compaq compaq1 compass compute computer conan concord concorde concrete condom condor cong congan
        congchuc congty connect connor consumer contest contortionist conyeume cookie cookie1 cookies coolcat cooldude
        cooler coolguy coolio coolman coolness cooter copper corleone corndog corolla corona corperfmonsy corrado
        corsair corvette cosmic cosmo cosmos cosworth cougar cougars counterstrike coventry cowboy cowboy1 cowboys
        cowboys1 coyote cracker cramps crazy1 crazybab creampie creamy creative cricket cricket1 crimson critter
        crjhgbjy cruise cruiser crunch crusader crusher crysis crystal1 cthtuf cthulhu cthutq ctrhtn cuan cubbies
        cubswin cuddles cumming cumshot cunt cunts cuocthi cupcake curious custom cutlass cutter cxfcnmt cyber cyborg
        cyclone cyclops cygnus cypress dabears daddy1 daemon daewoo dagger daihoc daisy1 dakota dakota1 dalejr dallas
        dallas1 dalshe dammit damnit dancer dang dangcongsan danger dangnhap danie daniel1 daniil danila danni danny1
        dannyboy danzig darklord darkman darkness darkside darkstar datsun daumoi david1 david123 davide davids dawg
        daytona dbrnjh dbrnjhbz deadhead deadman deadpool death1 death666 deejay deepthroat deeznuts deeznutz defender
        defiant deftones delete delight delphi delta delta1 deluxe demo denali deng deniska depeche derparol desert
        designer desire deskjet destin destiny detroit deutsch devil devil666 devildog devilmaycry4 devils dexter
        dfcbkbq dfkthbz dfkthf dfktynbyf dfvgbh dharma diablo dialog diamond diamond1 diamonds diao diaper dick dickhead
        dickie dicks diehard diesel dietcoke dieter digger diggler digimon digital digital1 digitalprodu dilbert dildo
        dilligaf dima dinamo dinara dindom ding dingdong dinosaur dipshit dirtbike discover disney diver divine
        dkflbckfd dkflbvbh dkflbvbhjdbx dkflbvbhjdyf doanthanhnien doberman doctor dodge1 dodger dodgeram dodgers
        dodgers1 dog123 dogbert dogboy dogcat dogface dogfood dogg dogger doggie doggy doghouse dogman dogs dogshit
        doitnow dollar dolphin dolphin1 dolphins domainlock2005 dominik dominion domino donkey donuts donvi doobie
        doodle doofus doogie dookie doomsday dotcom doughboy dracula drago dragon dragon1 dragon12 dragonba dragonball
        dragons dragoon drakon draven dreamer dreams drifter driver drizzt droopy drowssap drpepper drummer drummer1
        dthjybrf duan dublin ducati duchess duck duckie dumbass dundee dungeon durango duster dusty1 dutchess dynamite
        dynamo eagle eagle1 eagles eagles1 earnhard eastside eastwood eatme eatpussy eatshit eclipse eddie1 eduard
        edward1 eeyore eggman einstein ekaterina elcamino eldorado electra electric electro electron elefant element
        elephant elizabet elizaveta elvis1 emerald emily1 eminem emnhoanh empire emyeuanh enforcer engage engineer
        enigma enrico enter enter1 enterme enterpri enterprise entropy epsilon eraser ericsson erotic erotica escort
        eternal eternity eureka europa evangelion everest everlast everton excalibu excalibur excite exigen exigent
        exodus exotic explorer express extreme f**k f00tball fabie fabric facebook facial faggot fairlane falcon falcon1
        falcons fallen fallout fandango fang fantasia fantasy fantomas farscape farside fart fastball faster fatass
        fatboy fatcat fatman fatty fearless feather felix1 fender fender1 feng fenway fergie fergus fernand ferrari
        ferrari1 ferret fester fetish fghtkm fgtkmcby ficken fidelio fiesta figaro fighter filter finalfantasy finger
        fire fireball firebird firefly firefox fireman firewall fish fishbone fishes fishhead fishin fishing fishing1
        fisting fitness fkmnthyfnbdf fktrcfylh fktrcfylhf fktrcfylhjdbx fktrcfylhjdf fktrcfylhjdyf fktrctq flames
        flamingo flanker flash flash1 flatron fletch flexible flipper floppy florian florida florida1 flounder flower
        fluffy flvbybcnhfnjh flyboy flyers flyfish foobar footbal football football1 fordf150 forest foreve forever
        forfun formula formula1 forsaken fortuna foryou fossil foxtrot foxy foxylady franc francesc frank1 franky freaks
        freaky freckles freddy frederiksberg freebird freedom freedom1 freepass freeporn freesex freeuser freeway friday
        fright frisco frisky frodo frog frogger froggy frogman front242 frontier frosty fubar fuck fuck1 fuck_inside
        fucked fucker fuckers fuckface fuckhead fuckher fucking fuckinside fuckit fuckme fuckme1 fuckoff fuckoff1
        fucktheworld fuckthis fucku fucku2 fuckyo fuckyou fuckyou1 fuckyou2 fuckyoubitch fugazi fulham fullmoon funtime
        fusion futbol fuzzy fyfcnfcbz fyfnjkbq fylhtq fynfyfyfhbde fytxrf fyutkbyf gabrie gabriel1 gabriell gadget
        gagging galaxy galina galore gambit gambler gameboy gamecock gamecube gameover gandalf gandalf1 ganesh gangbang
        gangsta gangster garden garfield gargoyle garion gasman gateway gateway1 gator gator1 gatorade gators gawker
        gbhfvblf gbpltw gegcbr geheim gemini generic genesis genesis1 geng genius georg george1 geronimo gesperrt
        getmoney getout getsome gfhjkm gfhjkm1 gfhjkm123 gfhjkmgfhjkm ghbdtn ghbdtn123 ghbdtnbr ghbdtnghbdtn
        ghbdtnrfrltkf ghblehjr ghbywtccf ghetto ghhh47hj7649 ghjcnj ghjcnjgbpltw ghjcnjgfhjkm ghjcnjghjcnj ghjcnjnfr
        ghjcnjqgfhjkm ghjcnjrdfibyj ghjnbdjcnjzybt ghost ghost1 ghostrider giadinh giants giaovien gideon giggles gilles
        ginger ginger1 giorgi giorgio giraffe girls gizmo gizmo1 gizmodo gjkbyf gjkysqgbpltw gladiato gladiator glamour
        glock gmail gmoney gn56gn56 goalie goat goaway gobears goblin goblue gobucks goddess godfathe godfather godsmack
        godzilla gofish goforit goirish goku golden goldfish goldstar goldwing golf golfball golfer golfer1 golfing
        goliath gollum gonavy gong gonzo goober good123654 goodboy goodluck goodtime goofy google gooner goose gopher
        gordo gordon24 gorilla gotcha goten gothic gotohell govols granny grapes grease great1 greatone green1 green123
        greenbay greenday greenlantern greens gregor gremlin grendel gretzky griffey gringo grizzly gromit groove groovy
        groucho grumpy gryphon gsxr750 gtnhjdbx gtnhjpfdjlcr guai guang guardian guiness guinness guitar guitar1 guitars
        gundam gunnar gunner gunners gustav guyver gypsy habibi hack hacked hacker haggis hairy hal9000 halflife halifax
        hallo hambone hamburg hamish hamlet hammer hammer1 hammers hamster handball handyman hanhphuc hannah hannah1
        hannibal hanoi hansolo happy1 happy123 happyday hardcock hardcore hardon hardrock harlem harley harley1 harry1
        harrypotter harvest hatinh havana havefun hawaii hawaii50 hawaiian hawkeye hawkeyes hayabusa hd764nw5d7e1vb1
        hearts heater heather1 heaven heckfy hedgehog hedimaptfcor heidi1 heineken hellboy hellfire hello hello1
        hello123 helloo hellos hellyeah helmet helper helpme hendrix heng henry1 hentai herbie hercules hermes hershey
        hesoyam hewlett heynow hidden highbury highheel highland highlander hiphop hippie hitachi hithere hitler hitman
        hjccbz hjvfirf hoang hobbes hobbit hochiminh hockey hockey1 hocmai hocsinh hokies holiday holly1 hollywoo
        holycow holyshit homeboy homer1 homerj homers homerun honda honda1 hondas honey1 honeybee hongkong honolulu
        hookem hooker hookup hooligan hoosier hoosiers hooter hooters hootie hopeful horizon horndog hornet hornets
        horney horny horny1 horse horses hotbox hotboy hotdog hotmail hotone hotpussy hotred hotrod hotsex hotshot
        hotstuff hottie hotties hounddog house1 hover huai hummer hunter hunter1 hunting hurrican husker huskers huskies
        hustler huynh hyperion iamgod iampurehaha2 ib6ub9 ibanez iceberg icecream icehouse iceman icu812 idontkno
        idontknow idunno iforget iforgot igor iguana ihateyou ijrjkfl illini illusion iloveboobies iloveme ilovemyfamily
        ilovesex iloveu iloveyo iloveyou iloveyou1 iloveyou2 imation immortal impala incubus indiana indians indigo
        inferno infiniti infinity ingodwetrust insane insert insomnia inspiron install installdevic installsqlst integra
        intel internet intrepid intruder inuyasha iomega ipswich irina irinka irish1 irishka irishman ironman iscool
        iseedeadpeople islander istanbul italia itsme ivanov ivanova iverson iverson3 iwantu jabroni jackal jackass
        jackass1 jackoff jackpot jackson1 jackson5 jacob1 jagger jaguar jamaica james007 james1 james123 jamesbon
        jamesbond jamesbond007 jamie1 jammer jammin jarhead jasmine jasmine1 jason1 jasper java jaybird jayden jayhawk
        jayhawks jazzman jedi jeep jefferso jelly jellybea jenn jennife jenny1 jeremy1 jericho jerkoff jerry1 jessic
        jessica1 jester jesus1 jethro jets jetski jewels jezebel jiang jiao jiggaman jimbo jimbo1 jimbob jimmy1 jing
        jingle jiong jktymrf jockey joe123 joebob johann johannes john316 johnboy johndeer johngalt johnny1 johnson1
        joker joker1 jokers jones1 jonny jorda jordan jordan1 jordan23 joseph1 josephin joshua1 jrcfyf jsbach jubilee
        juggalo juice juicy julie1 julien jumper junebug jungle junior junior1 junkie jupiter just4fun just4me justdoit
        justice justin1 justinbieber justme juventus kahuna kakashka kaktus kalina kamikaze kamila kangaroo kansas
        karachi karate karen1 karina karolina kashmir kasper katana katarina katerina katie1 katrin kawasaki kazantip
        kcj9wx5n keeper kelly1 keng kenshin kenwood kenworth kevin1 keyboard keystone keywest kfhbcf khongbiet khongco
        kickass kicker kidrock kiemtra kieran killbill kille killer killer1 killer12 killers killjoy killme kilroy
        kimmie kingfish kingkong kingpin kingston kinky kipper kirill kirsty kisses kissme kissmyass kitkat kitten
        kittens kitty kitty1 kittycat kittykat kjkszpj kjrjvjnbd klaste klaster kleopatra klingon knickers knicks
        knights knockers knopka kodiak kolobok komodo konstantin kool korn koroleva koshka kosmos kostya kotaku kotenok
        krasotka krishna krusty krypton ktyjxrf kuai kuang kume kungfu labrador labtec lacrosse ladybug laguna lakers
        lakota lambda lamer lancelot lancer lansing lantern laptop larisa larry1 laser lassie lasvega lasvegas latinas
        latino laura1 laurent lazarus leather leavemealone ledzep leedsutd legacy legend legion legolas lemonade leng
        lennon leonid leopard lesbian lesbians lespaul lestat letmein letmein1 letmein2 letsgo lexmark lexus
        lhbjkjubz2957704 liang liao liberty lick licker licking lickit lickme lifehack lighter lightnin lightning lights
        linda1 lindros lineage lineage2 lion lionking liquid lithium liverpoo liverpool lizard lobster loco logan1
        logitech lokomotiv lol123 lolipop lollipop lollol lollypop london london1 lonestar lonewolf longbow longdong
        longhorn longjohn looker looser loser losers lost4815162342 lotus love love1 love12 love123 love69 lovebug
        loveit lovelife lovely loveme lover lover1 loverboy lovers lovesex loveyou lowrider ltybcrf luan luca lucifer
        lucky lucky1 lucky13 lucky7 luckydog ludmila lumber lust lvbnhbq lytghjgtnhjdcr macbeth macdaddy machine macman
        macross madcat maddie maddog madina madison madison1 madman madmax madness madonna maestro magelan maggi maggie
        maggie1 maggot magic magic1 magician magick magicman magnet magnum magnus magpie maiden mailcreated5240 mailman
        maimai majestic makaveli maksim maksimka malachi malaka malibu malice malina mallard mama123 mamapapa mamnon
        manchest manchester mancity mandarin mandingo mandy1 manfred mang mango mangxahoi maniac mankind manolo manowar
        manson mantis manutd maprchem56458 maradona marathon marcello margarit maria1 marika marina marine marine1
        mariners marines marines1 marino marino13 mario1 mariposa marius marker markiz marlboro marley marseille martin1
        martini maryjane masamune mason1 massimiliano massive maste master master1 master12 masterbaiting masterbating
        masturbation matador matkhau matkhaucuatoi matrix matteo matthe matthew1 matthias mature maurolarastefy maverick
        max123 maxell maxim maxima maxime maximus maxwell maxwell1 maxx maxxxx mayday mayhem mazafaka mazda mazda6
        mazda626 mazdarx7 mclaren meatball meathead meatloaf mechanic medic medion medusa medved megadeth megaman megan1
        megane megapass megatron meister melissa1 mellon mellow memorex memphis menace meng mentor meowmeow mephisto
        mercedes mercury meridian merlin merlin1 merlot mermaid mersedes messiah metallic metallica mets mevefalkcakk
        mexico meyeucon miami mian miao michae michael1 michael2 michaeljackson michigan mick mickey mickey1 micro
        microlab micron microphone microsof microsoft midget midnight midway mighty mihail mike1 mike123 mikey mikey1
        milana milano milena milkman miller1 millwall minecraft minecraft123 mingus minime minnesota_hp mirage misfit
        misfit99 misfits mishka missy1 mister mistress misty1 mittens mnbvcxz mobydick modena moderator mojo molly1
        mollydog moloko molson momoney momsanaladventure monaco monalisa monarch monday mondeo money money1 moneyman
        moneys mongoose monitor monke monkey monkey1 monkey12 monkeybo monkeys monopoly monster monster1 montana
        montgom240 montreal monty1 moocow mookie moomoo moonbeam moondog moonlight moose moose1 mordor morgan1
        morganstanley moritz morpheus mortalkombat mortgage mortimer moscow moskva mother mother1 motherlode motorola
        mountain mouse mouse1 mozart msorcloledbr mudvayne muffin mulder mullet multiplelo munchkin muppet musashi
        muscle muscles mushroom music1 musica musicman mustafa mustang mustang1 mustang6 mustangs mustard mybaby mydick
        mygirl mykids mylife mylove myname mypass mypassword mystic naked namaste nancy1 nang nanook napass napoli
        napster naruto nascar nascar24 nasty nasty1 nastya natali natasha nathan1 naughty nautilus ncc1701 ncc1701a
        ncc1701d ncc1701e ne1469 nebraska needforspeed nemesis nemvxyheqdd5oqxyxyzi neng neptune netscape networkingpe
        nevada nevermind newbie newcastl newlife newpass newpass6 newport newproject2004 newyork newyork1 nextel nfnmzyf
        nfytxrf nghean nguoidung nguyen nguyenthi nguyenvan nhanuoc nhecsyfujkjdt nhfdvfnjkju123 nhfycajhvths niang niao
        niceass niceguy nickel nicola nicole1 nigga nigger nightcrawler nike nikita nikitos nikki1 nikola nikolai
        nikolay nimbus nimrod niners ning ninja ninja1 ninjas nintendo nipper nipple nipples nirvana nirvana1 nissan
        nitram nitro nofear nokia nokia6233 nokia6300 nolimit nomore nondriversig nong noodle noodles nookie nopass
        norwich nostromo novell ntktajy nuan nude nudes nudist nugget nuggets number1 nutmeg nuttertools nwo4life
        nygiants nyjets nylons nymets oakland oasis oatmeal obelix obiwan oblivion oceans ohshit ohyeah oicu812 oilers
        oksana olcrackmaster oldman oleg olesya oliver oliver1 olivier omega omega1 onelove onetime onetwo online onlyme
        ontheoutside openup operator optimus oracle orange orange1 oranges orchid orgasm orient orioles orion orion1
        oscar1 osiris othello ou812 ou8122 outkast outlaw overkill overlord oxford ozzy p0015123 p030710p$e4o pa55w0rd
        pa55word pacers packard packer packers packers1 pacman paddle padres paintbal paintball pakistan paladin
        pallmall palmtree paloma panama panasoni panasonic pancho panda pandora pang pantera pantera1 panther panther1
        panthers panties pantyhos panzer paolo papito paradigm paradise paradox paraklast1974 parola parrot pasadena
        pascal pass pass123 pass1234 passat passion passme passport passw0rd passwd passwor passwor1 password password1
        password12 password123 password1234 password2 passwords passwordstandard passwort pasword patches patric
        patrick1 patriot patriots paulie pavel pavilion pavlov pdtplf peach peaches peaches1 peanut peanutbutter peanuts
        pearljam pebble pebbles pecker peekaboo peewee pegasus pelican pencil peng penguin penguin1 penguins penis
        penny1 penthous pentium pepito pepper pepper1 pepsi pepsi1 persik pervert peter1 peterpan petrov peugeot pham
        phantom pharmacy pheonix philippe philips phillies philly phish phoeni phoenix phoenix1 photos phpbb pian
        pianoman piao picard picasso piccolo pickle pickles pickup pics picturs pigeon piggy piglet pikachu pillow pimp
        pimpin pinball pineappl pineapple ping pingpong pinhead pink pinkfloy pinkfloyd pinky pinky1 pioneer pipeline
        pippen pippo piramida pirate pirates pisces pissing pissoff pistol pistons pitbull pixies pizza pizza1 pizzas
        placebo planet plasma plastic platinum platypus playa playboy playboy1 player player1 playstat playstation
        playstation2 playstation3 playtime plumber pluto plymouth pobeda poison poiuyt poiuytrewq pokemon pokemon1
        polaris police polina polniypizdec0211 polniypizdec110211 polo polska pompey poncho pontiac pony poochie poodle
        pooh poohbear pookie pool6123 poontang poop pooper poopie poopoo poopy pooter popcorn popeye popper poppy
        porkchop porn porno porno1 pornographic pornos pornstar porsche porsche1 porsche9 portland portugal poseidon
        possum postal postman potato pothead powder power1 preacher precious predator prelude premium presario presiden
        presto primus prince princes princess pringles printer prissy private private1 privet prodigy prophet prowler
        proxy psycho ptybnxtvgbjy puddin pudding puffin puffy pulsar pumpkin pumpkin1 pumpkins punisher punkin punkrock
        punksnotdead puppies puppy pupsik purdue purple purple1 puss pussey pussie pussies pussy pussy1 pussy123 pussy69
        pussycat pussyman pussys putter pyramid python q12345 q123456 q1q2q3 q1w2e3 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6
        q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 q1w2e3r4t5y6u7i8o9p0 q2w3e4r5 qawsed qawsedrf qawsedrftgyh qaz123 qaz123wsx456
        qazqaz qazws qazwsx qazwsx1 qazwsx12 qazwsx123 qazwsxed qazwsxedc qazwsxedc123 qazwsxedcrfv qazwsxedcrfvtgb
        qazxsw qazxswedc qazxswedc123 qazxswedcvfr qazzaq qiang qiao qing qiong qqq111 qqqqq1 quan quantri quantrivien
        quantum quartz quasar quattro queens quenmatkhau quest quiz quizserver qwaszx qwaszxerdfcv qwe123 qwe123qwe
        qweasd qweasd123 qweasdzxc qweasdzxc123 qweqwe qwer12 qwer123 qwer1234 qwerasdf qwerasdfzxcv qwert qwert1
        qwert123 qwert12345 qwertasdfgzxcvb qwerty qwerty1 qwerty11 qwerty12 qwerty123 qwerty1234 qwerty12345
        qwerty123456 qwerty123456789 qwerty7 qwertyasdfgh qwertyu qwertyui qwertyuio qwertyuiop qwertyuiop10
        qwertyuiop12 qwertyuiop123 qwertyuiop12345 qwertyytrewq qwertz r2d2c3po rabbit rabota racecar racer racerx
        rachel1 racing radiohea radiohead ragnarok raider raiders raiders1 rainbow rainbow1 rainbow6 rainman raistlin
        rambler rambo rammstein ramones rampage ramrod ramses rancid random rang ranger ranger1 rangers rangers1 raptor
        rascal rasdzv3 rasputin rasta rastaman raven raven1 ravens razor razz rbhbkk rctybz reader realmadrid reaper
        rebecca1 rebel rebel1 rebels reckless red123 redalert redbaron redbird redbull reddevil reddog reddwarf redeye
        redfish redfox redhead redhot redline redman redneck redrose redrum reds redskins redsox redsox1 redwing
        redwings redwood reebok reefer reflex reload remingto renault renegade reng reptile rereirf rescue residentevil
        retard revolver rfhbyf rfnthbyf rfnthbyf1988 rfrfirf rfrnec rhbcnbyf rhfcjnrf rhino rhjrjlbk rhtdtlrj richard1
        rightnow ripken ripper ripple rjhjktdf rjirfrgbde rjntyjr rjycnfynby roadkill roadking roadrunn roadster rober
        robert1 robot robotech robotics rocker rocket rockets rockford rockhard rockies rockon rocks rockstar rocky1
        rodman roller rolltide romans romashka rommel ronaldo rong rookie rooster rootbeer rosebud rotten route66 rover
        rovers royals rtyuehe ruan rubber rubble rulez rulezzz runaway runescape runner rush2112 ruslan russia rustam
        rusty1 sabbath sabine sabres sadie1 safari sahara saigon sailboat sailing sailor saints sairam saiyan sakura
        salamander salasana saleen sally1 salmon salomon salsero sam123 samantha samiam sammy1 samson samsun samsung
        samsung1 samtron samurai sancho sandiego sandman sandrine sandro sandy1 sanfran sanfrancisco sanity santafe
        sapper sapphire sarah1 saratoga sascha sasha1 sassy sassy1 sasuke satan satan666 satana saturn saun saun24865709
        sauron sausage sausages sayang scania scanner scarface scarlet schalke schoolgirlie scooby scoobydo scoobydoo
        scooter scooter1 scorpio scorpio1 scorpion scotch scotland scott1 scotty scout scrabble scrappy scream scruffy
        scuba scully seabee seadoo seagull seahawks seamus searay seattle sebastia secret secret1 security seeker
        seemnemaailm seinfeld sekret select seminole semperfi senators seng sensei sentinel septembe serega serenity
        sergei sergey sergi sersolution server sesame seven7 severin sex123 sex4me sexsex sexual sexx sexxxx sexxxy sexy
        sexy1 sexy69 sexyboy sexygirl sexyman sf49ers shado shadow shadow1 shaggy shai shalom shaman shamrock shamus
        shaney14 shang shania shannon1 shao shaolin shark sharks sharky shasta shaved shazam sheba1 shei shelby shemale
        sheng sherlock shibby shiloh shiner shinobi shitface shithead shitty shocker shogun shooter shorty shotgun shou
        showme showtime shuai shuang shui shun shuo shutup sidekick siemens sierra sigma silver silver1 silverad simba
        simba1 simon1 simple simpsons sinatra sinbad sinhvien sinister sinned sinner sirius sissy sithlord sixers skate
        skater skeeter skibum skidoo skiing skillet skinny skipper skippy skittles skorpion skydive skyhawk skylar
        skyler skyline skywalke skywalker slacker slamdunk slapper slappy slapshot slave slave1 slavik slayer slayer1
        sleeper sleepy slick slick1 slider slim slinky slipknot slippery slowhand sluggo slut sluts slutty smashing
        smeghead smegma smelly smiles smiley smirnoff smiths smitty smoke smoke1 smoker smokes smokey smokey1 smokie
        smokin smooth smudge smut snake snake1 snakes snapon snapper snapple snappy snatch sneakers sneaky snickers
        sniper snooker snoop snoopdog snoopy snoopy1 snowball snowboar snowboard snowflak snowman snuffy snuggles sobaka
        soccer soccer1 soccer10 soccer12 socrates softail softball software sojdlg123aljg soldier soleil solitude solnce
        sommer sonata sonic sonics sonnenschein sonoma sony sonyericsson sooners sophi sophie soprano soso123aljg
        soulmate southpar southpark sowhat spaceman spam spank spanking spankme spanky sparkle sparky sparky1 sparta
        spartak spartan spartan1 spartans spawn speaker specialinsta specialk spectre spectrum speedo speedy spencer1
        sphinx spice spider spider1 spiderma spiderman spidey spike spike1 spiker spikes spikey spinner spirit spitfire
        splash splinter spock sponge spongebo spongebob spooky sporty spotty spring sprint sprinter sprite spunky spurs
        spurs1 sputnik spyder squall squash squeak squirrel squirt srinivas stalin stalker stallion stanislav star
        star69 starbuck starcraf starcraft stardust starfire starfish stargate starligh starman starship starter
        startrek starwars stasik static stealth steeler steelers stefano steffi stepan steph stephani stephen1 stereo
        sterlin steve1 stickdaddy77 sticks sticky stiffy stimpy sting stinger stingray stinker stinky stinkyfinger
        stocking stocks stone55 stonecol stonecold stoned stones stoney storm storm1 stormy stranger stratocaster
        stratus strawberry strider strike striker stripper stroker stubby stud studly studman stumpy stunner stupid
        stupid1 stylus suan subaru sublime submit subway subzero success success1 suck sucker suckers suckit suckme
        sucks sugar sugar1 sultan summer summer1 summer99 summit sundance sunday sundevil sunfire sunflowe sunflower
        sunny1 sunnyday sunrise sunset sunshin sunshine super super1 super12 super123 superb superfly superma superman
        superman1 supersta superstar surf surfer surfing survivor sushi suzuki sveta svetik svetlana svoboda swallow
        sweet1 sweetnes sweetness sweetpea sweets sweety swimmer swimming swinger swingers sword swordfis swordfish
        swords sydney syncmaster synergy syracuse systemofadown syzygy taco tacobell tacoma taikhoan talisman talon
        tango tanker tardis target tarheel tarheels tarzan tasty tatarin tattoo tatyana taurus taxman taylor1 tazman
        tazmania tbone tdutybq tdutybz teacher technics techno teddy1 teddybea teddybear teen teens tekken telefon
        telephon temp temp123 tempest templar temppass temppassword teng tennis tequila terminat terminator terrapin
        terror test test1 test123 test1234 tester testing testing1 testpass texas1 thailand thanatos thanhnien thankyou
        thcs theboss thecakeisalie thecat thecrow thedog thedoors thedude theend thegame thegreat thekid theking theman
        theone therock thesims thewho thirteen thisisit thitructuyen thoma thomas1 thong thongs thongtin thor thpt
        threesom thuglife thumbs thumper thunder thunder1 thunderb thx1138 tian tiao tiberius tiburon ticketmaster
        tickle tieuhoc tiffany1 tiger tiger1 tiger123 tiger2 tigers tigers1 tigge tigger tigger1 tigger2 tights timber
        ting tinhhatinh tinhyeu tinker tinkerbe tinkerbell tinman tintin tipper titan titanic titanium titans titleist
        tits titten titties titty tkbpfdtnf toaster tochuc toejam toffee toiyeuvietnam tokiohotel tolkien tomahawk
        tomato tomcat tommy1 tommyboy toolman toon tootie tootsie topcat topdog topgun topher topper torino tornado
        toronto toshiba tottenha tottenham toyota tracker tractor trader trainer tran trance tranny transam translator
        trapper travel traveler treasure trebor trfnthbyf triangle tricky trident trigger trinitro trinity tripod
        tripper triton triumph trixie trojan trojans troll trombone trooper trouble trouble1 truck trucker trucks
        truelove trumpet trunks truong truonghoc trustno1 tsunami tuesday tulips tunafish tundra tuning turbo turbo1
        turkey turkey50 turtle tweety twilight twinkle twisted twister tyler1 typhoon ubnd ufkbyf ultima ultimate ultra
        umbrella umpire undead underdog undertak undertaker unicorn unreal upyours uranus usa123 usarmy username usmc
        usnavy usuckballz1 utopia vacation vader vader1 vadim vagina valentin valentina valera valhalla valkyrie vampire
        vanguard vanhalen vanilla vanyarespekt varvara vasilisa vector vectra vedder vegeta velvet vendetta venera
        verbatim veritas verizon vermont veronika versace vertigo vette vfczyz vfhbyf vfhbyfvfhbyf vfhecz vfhufhbnf
        vfibyf vfitymrf vfksirf vfrcbv vfrcbvrf vfrcbvvfrcbv vfvekz vfvfgfgf vfvfvskfhfve vfvjxrf vh5150 viagra victory
        vienchuc vietnam vietnamvodich viewsoni viewsonic viking vikings vikings1 viktor viktoria viktoriya vintage
        violetta violin viper viper1 vipers virgin visa vision vitalik vjcrdf vjqgfhjkm vkontakte vladik vladimir
        vladimirovna vladislav volcom volkswag volley volvo voodoo vortex voyager voyager1 voyeur vsegda vsjasnel12
        vulcan waffle walleye walmart walnut walrus wanderer wanker wapbbs warcraft wareagle warhammer warhammer40k
        warlock warlord warrior warrior1 warriors warthog wasabi washingt wasser wassup watcher water1 waterloo
        wazzkaprivet weasel webhompas webmaste webmaster websolutions websolutionssu webuivalidat weed weezer
        weihnachtsbau weihnachtsbaum welcom welcome welcome1 welder weng werder werewolf westham westside westwood
        wetpussy wg8e3wjf whatever whatsup wheels whiskers whiskey whisky whisper white1 whiteout whitesox whitey
        whocares whore whosyourdaddy whynot wibble wicked wifey wildbill wildcard wildcat wildcats wildfire wildman
        wildwood william1 willow windmill windows windsor windsurf wingman winner winner1 winston winston1 winter
        winter1 wisdom wishbone wizard wizard1 wolf359 wolfgang wolfie wolfman wolfpack wolverin wolverine wolves wombat
        woodie woodland woody woody1 woofer woofwoof woohoo wookie wordpass wraith wrangler wrench wrestle wrestlin
        wrinkle1 wutang xanadu xavier xbox360 xerxes xfiles xiang xinchao xing xtreme xxx123 xxxp455w0rd5 xxxpass xyz123
        yahoo yamaha yamahar1 yankee yankees yankees1 yankees2 ybrbnf ybrjkfq yeahbaby yellow yellow1 yeuanh yeuem
        yfcntymrf yfnfif yfnfkb yfnfkmz yjdsqgfhjkm yoda yogibear yomama yosemite yourmom yousuck ytrewq yugioh yummy
        yzerman z1x2c3 z1x2c3v4 z1x2c3v4b5n6m7 zachary1 zalo zalupa zang zanzibar zaphod zappa zaq123 zaq12wsx zaq1xsw2
        zaq1xsw2cde3 zaqwsx zaqwsxcderfv zaqxsw zaqxswcde zaraza zcfvfzkexifz zebra zeng zenith zephyr zeppelin zerocool
        zeus zhai zhao zhei zheng zhjckfd zhong zhou zhuai zhuang zhui zhun zhuo zidane ziggy zigzag zildjian zipper
        zippo zippy zodiac zombie zong zorro zqjphsyf6ctifgu zuan zvezda zxasqw12 zxc123 zxcasd zxcasdqwe zxcasdqwe123
        zxcv1234 zxcvbn zxcvbn123456 zxcvbnm zxcvbnm1 zxcvbnm123 zxcvbnm123456789 zzzxxx
        """
}
